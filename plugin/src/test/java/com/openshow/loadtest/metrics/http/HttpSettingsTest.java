package com.openshow.loadtest.metrics.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HttpSettingsTest {
  private static final SecretLookup NOTHING = new SecretLookup(name -> null, name -> null);

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"env:TOKEN", "property:prometheus.token", "file:/run/secrets/token"})
  void aReferenceIsReadAsItIsWritten(String text) {
    assertThat(SecretReference.parse(text).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"eyJhbGciOi", "env:", "ENV:S3cret", "", "environment:S3cret"})
  void aSecretItselfIsRefusedAndNotRepeated(String text) {
    assertThatThrownBy(() -> SecretReference.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "a secret must not stand here itself; expected where it is to be had: env:VARIABLE,"
                + " property:NAME or file:PATH");
  }

  @Test
  void secretsComeFromTheEnvironmentPropertiesAndFiles() throws Exception {
    Path file = Files.writeString(folder.resolve("token"), "of the file\r\n");
    SecretLookup lookup =
        new SecretLookup(Map.of("T", "of the environment")::get, Map.of("t", "of JMeter")::get);

    assertThat(lookup.find(SecretReference.parse("env:T"))).isEqualTo("of the environment");
    assertThat(lookup.find(SecretReference.parse("property:t"))).isEqualTo("of JMeter");
    assertThat(lookup.find(SecretReference.parse("file:" + file))).isEqualTo("of the file");
  }

  @Test
  void allSecretsAndFilesThatAreNotThereAreToldAtOnce() throws Exception {
    Path twoLines = Files.writeString(folder.resolve("token"), "one\ntwo\n");
    HttpSettings settings =
        HttpSettings.USUAL
            .with(new Authentication.Basic("reader", SecretReference.parse("env:PASSWORD")))
            .with(
                List.of(
                    Header.of("X-One", "env:ONE"),
                    Header.of("X-Two", "file:" + twoLines),
                    Header.of("X-Three", "file:" + folder.resolve("absent"))))
            .with(new Tls(Optional.of(folder.resolve("ca.pem")), Optional.empty()));

    assertThatThrownBy(() -> HttpConnection.open(HttpUrl.parse("http://h"), settings, NOTHING))
        .isInstanceOfSatisfying(
            InvalidSettingsException.class,
            e ->
                assertThat(e.problems())
                    .containsExactly(
                        "header X-One: env:ONE has no value: set it before the test starts",
                        "header X-Two: file:"
                            + twoLines
                            + " must be one line of text, but has control characters",
                        "header X-Three: file:"
                            + folder.resolve("absent")
                            + " cannot be read (NoSuchFileException)",
                        "password of basic authentication: env:PASSWORD has no value: set it"
                            + " before the test starts",
                        "tls ca: there is no file " + folder.resolve("ca.pem")));
  }

  @Test
  void nothingThatHoldsSecretsPrintsThem() throws Exception {
    SecretLookup lookup = new SecretLookup(Map.of("T", "s3cr3t")::get, name -> null);
    HttpSettings settings =
        HttpSettings.USUAL
            .with(new Authentication.Bearer(SecretReference.parse("env:T")))
            .with(List.of(Header.of("X-Api-Key", "env:T")));
    HttpConnection connection =
        HttpConnection.open(HttpUrl.parse("http://h/?key=s3cr3t"), settings, lookup);

    assertThat(settings.toString() + connection + Credentials.find(settings, lookup, List.of()))
        .doesNotContain("s3cr3t");
    assertThat(connection.mask("said Bearer s3cr3t!")).isEqualTo("said Bearer [secret]!");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Authorization", "Cookie", "X-Api-Key", "X-Auth-Token", "api_secret"})
  void aHeaderThatHoldsASecretByItsNameMustReferToIt(String name) {
    assertThatThrownBy(() -> Header.of(name, "s3cr3t"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must not stand here itself")
        .message()
        .doesNotContain("s3cr3t");
    assertThat(Header.of(name, "env:S").name()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Host", "content-length", "Two Words", "", "Accept-Encoding", "é"})
  void headersThatCannotBeSentAreRefused(String name) {
    assertThatThrownBy(() -> Header.of(name, "x")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void settingsThatContradictThemselvesAreRefused() {
    HttpSettings bearer =
        HttpSettings.USUAL.with(new Authentication.Bearer(SecretReference.parse("env:T")));

    assertThatThrownBy(() -> bearer.with(List.of(Header.of("authorization", "env:T"))))
        .hasMessageContaining("either a header Authorization, or a bearer token");
    assertThatThrownBy(() -> bearer.with(List.of(Header.of("a", "1"), Header.of("A", "2"))))
        .hasMessage("the header A is given twice");
    assertThatThrownBy(() -> bearer.with(Duration.ofMillis(99)))
        .hasMessageContaining("100 ms to an hour");
    assertThatThrownBy(() -> new Authentication.Basic("a:b", SecretReference.parse("env:T")))
        .hasMessageContaining("without a colon");
    assertThatThrownBy(() -> new HttpProxy("http://p", 3128)).hasMessageContaining("host:port");
    assertThatThrownBy(() -> new HttpProxy("p", 0)).hasMessageContaining("1 to 65535");
  }
}
