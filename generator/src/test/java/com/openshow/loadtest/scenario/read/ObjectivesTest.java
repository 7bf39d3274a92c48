package com.openshow.loadtest.scenario.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openshow.loadtest.scenario.LoadTest;
import com.openshow.loadtest.scenario.Promise;
import com.openshow.loadtest.slo.IndicatorKind;
import com.openshow.loadtest.slo.Objective;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The list of objectives: what can be said in it, and what is refused. */
final class ObjectivesTest {
  private static final String FILE =
      """
      {
        "project_name": "p", "test_tool": "t", "staging_url": "http://localhost",
        "global_vus": 10, "global_duration": "1m", %s
        "objectives": [%s],
        "scenarios": [
          {"name": "Reads", "type": "Load/Soak", "target_vus": 2,
           "stages": [{"duration": "10s", "target": 2},
                      {"name": "plateau", "duration": "30s", "target": 2}],
           "endpoints": [
             {"path": "/a", "method": "GET", "weight": 3, "tags": ["search"]},
             {"path": "/b", "method": "GET", "weight": 1, "tags": ["search", "slow"]}]},
          {"name": "Writes", "type": "Smoke", "target_vus": 1,
           "flow": [{"path": "/a", "method": "GET"}]}
        ]
      }
      """;

  private static LoadTest read(String top, String objective) throws InvalidScenarioException {
    return ScenarioReader.read("s.json", FILE.formatted(top, objective).getBytes(UTF_8)).loadTest();
  }

  private static List<String> promises(String top, String objective)
      throws InvalidScenarioException {
    return Promise.of(read(top, objective)).stream()
        .filter(promise -> promise.properties().get(0).startsWith("objective."))
        .map(Promise::objective)
        .map(one -> one.scope().describe() + ": " + one.promise() + " " + terms(one))
        .toList();
  }

  private static String terms(Objective objective) {
    return objective.terms().severity()
        + " "
        + objective.terms().onNoData()
        + " "
        + objective.terms().strict()
        + objective.terms().abortAfter().map(time -> " " + time).orElse("");
  }

  private static void refused(String objective, String... messages) {
    assertThatThrownBy(() -> read("", objective))
        .isInstanceOfSatisfying(
            InvalidScenarioException.class,
            e ->
                assertThat(e.problems().stream().map(Problem::toString).toList())
                    .hasSize(messages.length)
                    .allSatisfy(
                        problem -> assertThat(List.of(messages)).anyMatch(problem::contains)));
  }

  @Test
  void anObjectiveSaysAsLittleAsCanBe() throws Exception {
    assertThat(promises("", "{\"indicator\": \"p95\", \"target\": 50}"))
        .containsExactly("all requests: p95 <= 50 ms FAIL INCONCLUSIVE false");
    assertThat(promises("", "{\"indicator\": \"rps\", \"target\": 50, \"scenario\": \"Reads\"}"))
        .containsExactly("all requests of Reads: rps >= 50 /s FAIL INCONCLUSIVE false");
  }

  @Test
  void anObjectiveSaysAsMuchAsThereIs() throws Exception {
    assertThat(
            promises(
                "",
                """
                {"indicator": "p99.9", "latency": "connect", "failed_counted": false, "op": "lt",
                 "target": 5.5, "scenario": "Reads", "request": "GET /a", "stage": "plateau",
                 "severity": "warn", "on_no_data": "pass", "strict": true, "abort": "1m"}
                """))
        .containsExactly(
            "GET /a of Reads: p99.9(connect, successful) < 5.5 ms in stage plateau: 10s to 40s"
                + " WARN PASS true PT1M");
    assertThat(
            promises(
                "",
                """
                {"indicator": "error_rate", "target": 1, "tag": "slow", "for": "30s"},
                {"indicator": "avg", "target": 1, "scenario": "Reads", "tag": "search",
                 "slices": {"length": "15s", "target": 95}}
                """))
        .containsExactly(
            "tag search of Reads: avg <= 1 ms in 95% of 15s slices FAIL INCONCLUSIVE false",
            "tag slow: error_rate <= 1 % for 30s FAIL INCONCLUSIVE false");
  }

  @Test
  void strictForAllIsSaidOnce() throws Exception {
    String two =
        """
        {"indicator": "p95", "target": 50}, {"indicator": "p99", "target": 90, "strict": false}
        """;
    assertThat(promises("\"strict\": true,", two))
        .containsExactly(
            "all requests: p95 <= 50 ms FAIL INCONCLUSIVE true",
            "all requests: p99 <= 90 ms FAIL INCONCLUSIVE false");
    assertThat(Promise.of(read("\"strict\": true,", "")))
        .allMatch(promise -> promise.objective().terms().strict());
  }

  @Test
  void aWeightIsThatOfEachEndpoint() throws Exception {
    assertThat(promises("", "{\"indicator\": \"weight\", \"target\": 2}"))
        .containsExactly(
            "GET /a of Reads: weight(75) <= 2 % points FAIL INCONCLUSIVE false",
            "GET /b of Reads: weight(25) <= 2 % points FAIL INCONCLUSIVE false");
  }

  @Test
  void whatCannotOccurIsRefusedWithWhatThereIs() {
    refused(
        "{\"indicator\": \"p95\", \"target\": 50, \"scenario\": \"Raeds\"}",
        "/objectives/0/scenario: no scenario is called \"Raeds\"; there are: Reads,"
            + " Writes; did you mean \"Reads\"?");
    refused(
        "{\"indicator\": \"p95\", \"target\": 50, \"request\": \"GET /c\"}",
        "/objectives/0/request: no request is called \"GET /c\"; there are: GET /a, GET /b;"
            + " did you mean \"GET /a\"?");
    refused(
        "{\"indicator\": \"p95\", \"target\": 50, \"tag\": \"fast\"}",
        "no tag is called \"fast\"; there are: search, slow");
    refused(
        "{\"indicator\": \"p95\", \"target\": 50, \"tag\": \"search\"}",
        "\"GET /a\" has the tag in one scenario and not in another; name the \"scenario\" too");
    refused(
        "{\"indicator\": \"p95\", \"target\": 50, \"stage\": \"plateau\"}",
        "a stage is one of a scenario's; name the \"scenario\" too");
    refused(
        "{\"indicator\": \"p95\", \"target\": 50, \"scenario\": \"Reads\", \"stage\": \"peak\"}",
        "no stage of Reads is called \"peak\"");
    refused(
        "{\"indicator\": \"weight\", \"target\": 5, \"scenario\": \"Writes\"}",
        "no endpoints with weights");
    refused(
        "{\"indicator\": \"p99\", \"latency\": \"lag\", \"target\": 5, \"scenario\": \"Writes\"}",
        "/objectives/0: nobody is late without a schedule");
  }

  @Test
  void allProblemsAreSaidAtOnce() {
    refused(
        """
        {"indicator": "p101", "target": -1, "op": "gr", "severity": "no", "for": "10ms",
         "slices": {"length": "15s"}, "colour": "red"}
        """,
        "/objectives/0/indicator: must be one of p<percentile>, avg, min, max, error_rate, rps,",
        "/objectives/0/target: must be a number of at least 0",
        "/objectives/0/op: must be one of lte, lt, gte, gt",
        "/objectives/0/severity: must be one of fail, warn",
        "/objectives/0/for: must be",
        "/objectives/0/slices: the key \"target\" is missing",
        "must have at most one of stage, for, slices",
        "/objectives/0/colour: unknown key");
    refused(
        "{\"indicator\": \"rps\", \"latency\": \"connect\", \"target\": 50}",
        "/objectives/0/latency: is for latencies (p95, avg, min, max), but the indicator is rps");
  }

  @Test
  void theReferenceListsEveryKindAsTheTableOfKindsHasIt() throws Exception {
    String reference = Files.readString(Path.of("../documentation/reference/scenarios.md"));
    for (IndicatorKind kind : IndicatorKind.values()) {
      assertThat(reference)
          .contains("| `" + kind.label() + "` | " + kind.unit() + " | " + kind.meaning() + " |");
    }
  }
}
