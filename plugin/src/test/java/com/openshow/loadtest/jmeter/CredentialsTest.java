package com.openshow.loadtest.jmeter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class CredentialsTest {
  @Test
  void aSecretIsThePropertyElseTheEnvironmentElseTheGivenText() {
    Map<String, String> environment = Map.of("TOKEN", "from environment");
    assertThat(Secret.value("from property", "TOKEN", environment, "x")).isEqualTo("from property");
    assertThat(Secret.value(null, "TOKEN", environment, "x")).isEqualTo("from environment");
    assertThat(Secret.value("", "OTHER", environment, "x")).isEqualTo("x");
  }

  @Test
  void aJwtIsRenewedBeforeItExpiresByTheServersClock() {
    // The server's clock is far from ours; five seconds are five seconds.
    assertThat(JwtLifetime.renewAt(jwt("{\"iat\": 100, \"exp\": 105}"), 1_000_000))
        .isEqualTo(1_003_500);
    assertThat(JwtLifetime.renewAt(jwt("{\"exp\": 1010}"), 1_000_000)).isEqualTo(1_007_000);
  }

  @Test
  void aTokenThatDoesNotSayWhenItEndsLivesForEver() {
    assertThat(JwtLifetime.renewAt("opaque", 1)).isEqualTo(Long.MAX_VALUE);
    assertThat(JwtLifetime.renewAt("a.%%%.c", 1)).isEqualTo(Long.MAX_VALUE);
    assertThat(JwtLifetime.renewAt(jwt("{}"), 1)).isEqualTo(Long.MAX_VALUE);
    assertThat(JwtLifetime.renewAt(jwt("no json"), 1)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void theSharesOfAllInjectorsAddUpToTheWhole() {
    for (int injectors = 1; injectors <= 7; injectors++) {
      int count = injectors;
      assertThat(IntStream.rangeClosed(1, count).map(n -> new Injectors(count, n).share(150)).sum())
          .isEqualTo(150);
    }
    assertThatThrownBy(() -> new Injectors(2, 3)).hasMessageContaining("was 3 of 2");
  }

  private static String jwt(String claims) {
    String body = Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(UTF_8));
    return "e30." + body + ".signature";
  }
}
