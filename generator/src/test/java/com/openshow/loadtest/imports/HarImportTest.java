package com.openshow.loadtest.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openshow.loadtest.scenario.Auth;
import com.openshow.loadtest.scenario.Endpoint;
import com.openshow.loadtest.scenario.LoadTest;
import com.openshow.loadtest.scenario.SloKey;
import com.openshow.loadtest.scenario.Template;
import com.openshow.loadtest.scenario.Work;
import com.openshow.loadtest.scenario.read.ScenarioReader;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HarImportTest {
  @Test
  void weightsAreHowOftenChromeMadeARequest() throws Exception {
    List<Endpoint> mix = mix(chrome(false));

    assertThat(mix.stream().map(e -> e.request().label() + " " + e.weight()))
        .containsExactly("GET /api/projects/{id} 3.0", "GET / 1.0", "POST /api/signup 1.0");
    assertThat(mix.get(0).request().path().text()).isEqualTo("/api/projects/18");
    assertThat(mix.get(0).request().expect().statuses()).containsExactly(200);
    // The greatest of 120, 20 and 25 ms, twice.
    assertThat(mix.get(0).request().slo()).containsEntry(SloKey.SLO_P95_MS, 240.0);
    assertThat(mix.get(0).request().params().stream().map(Template::text))
        .containsExactly("view=full&q=a%7Cb%20%7Bc%7D");
  }

  @Test
  void noSecretIsHandedOn() throws Exception {
    Imported imported = chrome(true);

    assertThat(imported.json() + imported.warnings()).doesNotContain("SECRET", "ann@example.com");
    assertThat(Auth.STANDARD.appliesTo(mix(imported).get(0).request())).isTrue();
    assertThat(imported.json()).contains("\"token_env\": \"LOADTEST_TOKEN\"");
    assertThat(imported.warnings())
        .anyMatch(line -> line.contains("headers left out: authorization, cookie, x-tenant"))
        .anyMatch(line -> line.contains("made-up values stand for the secrets in password, note"))
        .anyMatch(line -> line.contains("there may be a secret in the path"))
        .anyMatch(line -> line.contains("the query parameter token of"))
        .anyMatch(line -> line.contains("bearer tokens were left out"));
  }

  @Test
  void imagesAndOtherOriginsStayBehind() throws Exception {
    assertThat(chrome(false).json()).doesNotContain("logo.png", "telemetry");
    assertThat(chrome(true).json()).contains("/logo.png").doesNotContain("telemetry");
    assertThat(chrome(false).warnings())
        .anyMatch(line -> line.startsWith("https://telemetry.example.net: 1 request left out"));
  }

  @Test
  void queriesThatFirefoxMadeAreVariants() throws Exception {
    Imported imported = HarImport.read("f.har", Fixtures.bytes("firefox.har"), false);

    assertThat(imported.json())
        .contains("\"params\": [\"page=1\", \"page=2\"]")
        .doesNotContain("SECRET");
    assertThat(imported.json()).contains("\"staging_url\": \"http://shop.example.com\"");
    assertThat(imported.warnings())
        .anyMatch(line -> line.equals("POST /cart: 1 request left out: its body is not JSON"))
        .anyMatch(line -> line.equals("1 request left out: they got no response"));
  }

  @Test
  void theSameRecordingGivesTheSameText() throws Exception {
    assertThat(chrome(true).json()).isEqualTo(chrome(true).json());
  }

  @Test
  void moreQueriesThanTwentyAreCutAndSaid() throws Exception {
    StringBuilder entries = new StringBuilder();
    for (int i = 0; i < 30; i++) {
      entries.append(i == 0 ? "" : ",").append(entry("http://a.example/x?n=" + i));
    }
    Imported imported = read("{\"log\": {\"entries\": [" + entries + "]}}");

    assertThat(mix(imported).get(0).request().params()).hasSize(20);
    assertThat(imported.warnings()).anyMatch(line -> line.contains("20 most frequent of 30"));
  }

  @Test
  void hostileAddressesStayInTheirPlace() throws Exception {
    Imported imported =
        read(
            "{\"log\": {\"entries\": ["
                + entry("http://u:pw@a.example/../${__P(x)}/\\u0000\\r\\n😀/{id}%zz")
                + "]}}");
    assertThat(mix(imported).get(0).request().path().text())
        .isEqualTo("/../$%7B__P(x)%7D/%00%0D%0A%F0%9F%98%80/%7Bid%7D%25zz");
  }

  @Test
  void whatIsNoRecordingIsRefusedWithItsPlace() {
    assertRefused("", "empty");
    assertRefused("{}", "expected a recording");
    assertRefused("{\"log\": null}", "expected a recording");
    assertRefused("[]", "cannot be read");
    assertRefused("{\"log\": {\"entries\": []}}", "no request");
    assertRefused("{\"log\":\n {\"entries\": [}", "har:2:16: error: cannot be read");
    assertRefused("{\"log\": {\"entries\": [null, {}]}}", "no request");
    assertRefused("{\"log\":".repeat(100_000), "cannot be read");
    assertRefused("[".repeat(100_000), "cannot be read");
    assertThatThrownBy(() -> HarImport.read("har", new byte[HarImport.MAX_BYTES + 1], false))
        .hasMessageContaining("larger than the 52428800 bytes allowed");
  }

  private static String entry(String url) {
    return "{\"request\": {\"method\": \"GET\", \"url\": \"%s\"}, \"response\": {\"status\": 200}}"
        .formatted(url);
  }

  private static void assertRefused(String text, String message) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(ImportException.class)
        .hasMessageContaining(message);
  }

  private static Imported chrome(boolean all) throws Exception {
    return HarImport.read("c.har", Fixtures.bytes("chrome.har"), all);
  }

  private static Imported read(String text) throws ImportException {
    return HarImport.read("har", text.getBytes(UTF_8), false);
  }

  private static List<Endpoint> mix(Imported imported) throws Exception {
    LoadTest test = ScenarioReader.read("s.json", imported.json().getBytes(UTF_8)).loadTest();
    return ((Work.Mix) test.scenarios().get(0).work()).endpoints();
  }
}
