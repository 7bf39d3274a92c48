package com.openshow.loadtest.k6;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class K6ScriptTest {
  @Test
  void theSameInputGivesTheSameTextInEveryLocale() throws Exception {
    String first = NodeRun.script(resource("/every-key.json")).text();
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));
      assertThat(NodeRun.script(resource("/every-key.json")).text()).isEqualTo(first);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void aRateHasAnArrivalRateExecutorAndAllItsVirtualUsers() throws Exception {
    assertThat(options("\"type\": \"Load/Soak\", \"target_vus\": 7, \"target_rps\": 0.25"))
        .contains("executor: 'constant-arrival-rate',")
        .contains("rate: 25,")
        .contains("timeUnit: '100s',")
        .contains("duration: lasting(60),")
        .contains("preAllocatedVUs: 7,")
        .contains("maxVUs: 7,")
        .contains("'dropped_iterations{scenario:S}': [fewOf(15)]");
    assertThat(
            options(
                """
                "type": "Load/Soak", "target_vus": 7, "target_rps": 2, "start_after": "5s",
                "stages": [{"duration": "10s", "target": 2.5}, {"duration": "20s", "target": 2}]
                """))
        .contains("executor: 'ramping-arrival-rate',")
        .contains("startRate: 0,")
        .contains("timeUnit: '10s',")
        .contains("{ duration: lasting(10), target: 25 }")
        .contains("{ duration: lasting(20), target: 20 }")
        .contains("startTime: lasting(5),");
  }

  @Test
  void virtualUsersComeAsTheirTypeSays() throws Exception {
    String vus = "\"target_vus\": 20";
    assertThat(options("\"type\": \"Smoke\", " + vus))
        .contains("executor: 'ramping-vus',")
        .contains("startVUs: 20,")
        .contains("stages: [{ duration: lasting(60), target: 20 }],");
    assertThat(options("\"type\": \"Spike/Stress\", " + vus))
        .contains("startVUs: 1,")
        .contains("{ duration: lasting(5), target: 20 }")
        .contains("{ duration: lasting(55), target: 20 }");
    assertThat(options("\"type\": \"Breakpoint\", " + vus))
        .contains("stages: [{ duration: lasting(60), target: 20 }],");
    assertThat(options("\"type\": \"Breakpoint\", \"target_rps\": 50, " + vus))
        .contains("executor: 'ramping-arrival-rate',")
        .contains("startRate: 0,")
        .contains("stages: [{ duration: lasting(60), target: 50 }],");
  }

  @Test
  void stagesAreAsLongAsTheirScenario() throws Exception {
    String stages =
        "\"type\": \"Smoke\", \"target_vus\": 20,"
            + " \"stages\": [{\"duration\": \"20s\", \"target\": 20}],";
    assertThat(options(stages + "\"duration\": \"10s\""))
        .contains("startVUs: 0,")
        .contains("stages: [{ duration: lasting(10), target: 10 }],");
    assertThat(options(stages + "\"duration\": \"30s\""))
        .contains("{ duration: lasting(20), target: 20 }")
        .contains("{ duration: lasting(10), target: 20 }");
  }

  @Test
  void aLeastRateIsACountOverTheTimeThatIsMeasured() throws Exception {
    assertThat(NodeRun.script(resource("/every-key.json")).text())
        // Its first second is warm-up; S_04_Escrow begins after it.
        .contains("'http_reqs{scenario:A,phase:measured}': ['count>=1', atLeast(0.1, 7)]")
        .contains(
            "'http_reqs{scenario:S_04_Escrow,phase:measured}': ['count>=1', atLeast(0.1, 8)]");
  }

  @Test
  void whatK6CannotDoIsSaidInTheScriptToo() throws Exception {
    K6Script script =
        NodeRun.script(
            """
            {"project_name": "p", "test_tool": "t", "staging_url": "http://h",
             "global_vus": 1, "global_duration": "60s", "defaults": {"connect_timeout": "1s"},
             "auth": {"type": "sign_up", "token_path": "$..token"},
             "scenarios": [{"name": "S.1", "type": "Smoke", "target_vus": 1, "target_rps": 1.23456789,
               "arrivals": "poisson", "ramp_up": "5s",
               "flow": [{"path": "/a", "method": "GET",
                 "expect": {"json": [{"path": "$.a[?(@.b)]"}]},
                 "extract": {"x": {"json": "$..id"}, "y": {"regex": "\\\\Qa\\\\E(\\\\d)"}}}]}]}
            """);
    assertThat(script.notes())
        .extracting(note -> note.substring(0, note.indexOf(": ")))
        .containsExactlyInAnyOrder(
            "/auth/token_path",
            "/defaults/connect_timeout",
            "/scenarios/0/name",
            "/scenarios/0/arrivals",
            "/scenarios/0/ramp_up",
            "/scenarios/0/target_rps",
            "/scenarios/0/flow/0/expect/json/0",
            "/scenarios/0/flow/0/extract/x",
            "/scenarios/0/flow/0/extract/y");
    script.notes().forEach(note -> assertThat(script.text()).contains("// - " + comment(note)));
    assertThat(NodeRun.script(resource("/seed/scenarios.json")).notes()).isEmpty();
  }

  private static String comment(String note) {
    return note.replace("\\", "\\\\");
  }

  private static String options(String scenario) throws Exception {
    String text =
        NodeRun.script(
                """
                {"project_name": "p", "test_tool": "t", "staging_url": "http://h",
                 "global_vus": 20, "global_duration": "60s",
                 "scenarios": [{"name": "S", %s,
                   "endpoints": [{"path": "/", "method": "GET", "weight": 1}]}]}
                """
                    .formatted(scenario))
            .text();
    return text.substring(text.indexOf("export const options"), text.indexOf("// How it is done"));
  }

  static String resource(String name) throws Exception {
    try (InputStream input = K6ScriptTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(input).readAllBytes(), UTF_8);
    }
  }
}
