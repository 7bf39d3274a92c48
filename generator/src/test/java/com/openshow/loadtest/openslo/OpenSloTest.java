package com.openshow.loadtest.openslo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.openshow.loadtest.ScenarioFixture;
import com.openshow.loadtest.scenario.LoadTest;
import com.openshow.loadtest.scenario.Promise;
import com.openshow.loadtest.scenario.read.InvalidScenarioException;
import com.openshow.loadtest.scenario.read.ReadResult;
import com.openshow.loadtest.scenario.read.ScenarioReader;
import com.openshow.loadtest.slo.FaultWindow;
import com.openshow.loadtest.slo.Objective;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OpenSloTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final String NAME = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";

  private static final String SCENARIOS =
      """
      {"project_name": "P", "test_tool": "t", "staging_url": "http://h", "global_vus": 1,
       "global_duration": "1m", "objectives_file": "slo/p.yaml",
       "scenarios": [{"name": "S", "type": "Smoke", "target_vus": 1, "target_rps": 5,
         "stages": [{"duration": "30s", "target": 5, "name": "peak"}],
         "endpoints": [
           {"path": "/a", "method": "GET", "weight": 1, "tags": ["t"]},
           {"path": "/b", "method": "GET", "weight": 2}]}]}
      """;

  private static final String OBJECTIVES =
      """
      [{"indicator": "p99.99", "target": 0.5, "op": "lt"},
       {"indicator": "p5", "target": 1, "op": "gte", "scenario": "S", "request": "GET /a"},
       {"indicator": "p95(lag)", "target": 3, "scenario": "S", "stage": "peak"},
       {"indicator": "p95", "latency": "connect", "failed_counted": false, "target": 3, "tag": "t"},
       {"indicator": "avg(first_byte, successful)", "target": 3, "for": "90s"},
       {"indicator": "error_rate", "target": 0.01}, {"indicator": "error_rate", "target": 0},
       {"indicator": "error_rate", "target": 100}, {"indicator": "error_rate", "target": 1, "op": "lt"},
       {"indicator": "error_rate", "target": 2.5, "slices": {"length": "20s", "target": 99.9}},
       {"indicator": "p95", "target": 200, "slices": {"length": "15s", "target": 95}},
       {"indicator": "max", "target": 200, "slices": {"length": "2m", "target": 100}},
       {"indicator": "rps", "target": 3, "severity": "warn", "on_no_data": "fail"},
       {"indicator": "rps", "target": "baseline - 5 %"}, {"indicator": "weight", "target": 2},
       {"indicator": "p95", "target": "baseline + 10 %", "stage": "peak", "scenario": "S"},
       {"indicator": "error_rate", "target": "baseline + 10 % + 0.5 points", "strict": true},
       {"indicator": "received_kb_per_s", "target": 3, "op": "gt", "abort": "5s"}]
      """;

  @Test
  void whatIsWrittenIsReadAsTheSameObjectives() throws Exception {
    for (boolean strict : new boolean[] {false, true}) {
      ObjectNode file = (ObjectNode) JSON.readTree(SCENARIOS);
      file.put("strict", strict);
      file.remove("objectives_file");
      file.set("objectives", JSON.readTree(OBJECTIVES));
      assertRoundTrip(file, read(file, "").loadTest());
    }
    ObjectNode everyKey =
        (ObjectNode) JSON.readTree(ScenarioFixture.bytes(ScenarioFixture.EVERY_KEY));
    assertRoundTrip(everyKey, ScenarioFixture.of(ScenarioFixture.EVERY_KEY).loadTest());
  }

  private static void assertRoundTrip(ObjectNode file, LoadTest test) throws Exception {
    List<Objective> objectives =
        Promise.of(test).stream()
            .map(Promise::objective)
            .filter(objective -> !(objective.window() instanceof FaultWindow))
            .toList();
    String text = OpenSlo.of(test, "scenarios.json", "0");
    assertKeepsToTheSpecification(text);
    ObjectNode other = file.deepCopy();
    other.remove("objectives");
    other.put("objectives_file", "slo/p.yaml");
    assertThat(read(other, text).loadTest().objectives().stream().flatMap(List::stream).toList())
        .as(text)
        .isEqualTo(objectives);
  }

  /** The rules of OpenSLO v1's specification, as its own SDK checks them. */
  private static void assertKeepsToTheSpecification(String text) throws Exception {
    List<JsonNode> documents = new ArrayList<>();
    YAML.readerFor(JsonNode.class).<JsonNode>readValues(text).forEachRemaining(documents::add);
    assertThat(documents.stream().map(one -> one.at("/metadata/name").asText()))
        .doesNotHaveDuplicates()
        .allMatch(name -> name.matches(NAME));
    assertThat(documents.get(0).path("kind").asText()).isEqualTo("Service");
    for (JsonNode document : documents.subList(1, documents.size())) {
      String what = document.toPrettyString();
      JsonNode spec = document.path("spec");
      assertThat(document.path("apiVersion").asText()).isEqualTo("openslo/v1");
      assertThat(document.path("kind").asText()).isEqualTo("SLO");
      document
          .at("/metadata/annotations")
          .fields()
          .forEachRemaining(
              annotation -> {
                assertThat(annotation.getKey()).matches(NAME + "/[a-z][a-z_]{0,61}[a-z]");
                assertThat(annotation.getValue().isTextual()).isTrue();
              });
      assertThat(spec.path("service")).isEqualTo(documents.get(0).at("/metadata/name"));
      assertThat(spec.path("description").asText()).hasSizeLessThanOrEqualTo(1050);
      assertThat(spec.at("/indicator/metadata/name").asText()).matches(NAME);
      JsonNode metric = spec.at("/indicator/spec");
      assertThat(metric.size()).as(what).isEqualTo(1);
      assertThat(metric.fieldNames().next()).isIn("thresholdMetric", "ratioMetric");
      assertThat(spec.path("objectives").size()).isEqualTo(1);
      JsonNode objective = spec.at("/objectives/0");
      assertThat(objective.path("target").asDouble(-1)).as(what).isBetween(0.0, 0.999999);
      assertThat(objective.has("op")).isEqualTo(metric.has("thresholdMetric"));
      boolean sliced = spec.path("budgetingMethod").asText().equals("Timeslices");
      assertThat(sliced || spec.path("budgetingMethod").asText().equals("Occurrences")).isTrue();
      if (sliced) {
        assertThat(objective.path("timeSliceTarget").asDouble()).as(what).isPositive();
        assertThat(objective.path("timeSliceTarget").asDouble()).isLessThanOrEqualTo(1);
        JsonNode window = objective.path("timeSliceWindow");
        assertThat(window.isNumber() || window.asText().matches("[1-9]\\d*m")).as(what).isTrue();
      }
    }
  }

  @Test
  void aPercentileIsTheShareOfTheRequestsThatAreFastEnough() throws Exception {
    ObjectNode file = (ObjectNode) JSON.readTree(SCENARIOS);
    file.remove("objectives_file");
    file.set(
        "objectives",
        JSON.readTree("[{\"indicator\": \"p95\", \"target\": 50, \"request\": \"GET /a\"}]"));
    LoadTest test = read(file, "").loadTest();
    assertThat(OpenSlo.text(test, test.objectives().get(0)))
        .endsWith(
            """
            ---
            apiVersion: "openslo/v1"
            kind: "SLO"
            metadata:
              name: "p95-of-get-a"
              displayName: "p95 of GET /a"
            spec:
              description: "p95 <= 50 ms"
              service: "p"
              indicator:
                metadata:
                  name: "p95-of-get-a"
                spec:
                  thresholdMetric:
                    metricSource:
                      type: "openshow-loadtest"
                      spec:
                        request: "GET /a"
                        indicator: "latency"
                        latency: "response"
                        failed_counted: true
              budgetingMethod: "Occurrences"
              objectives:
                - op: "lte"
                  value: 50
                  target: 0.95
            """);
  }

  @Test
  void anIndicatorMayStandInADocumentOfItsOwn() throws Exception {
    assertThat(
            ScenarioFixture.of(ScenarioFixture.EVERY_KEY).loadTest().objectives().stream()
                .flatMap(List::stream)
                .map(Objective::name))
        .contains("p75 of suggest of A (warning)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "target: 0.95|targt: 0.95|14:*unknown key \"targt\"; did you mean \"target\"?",
        "target: 0.95|target: 0.95, targetPercent: 95|14:*must have either target or targetPercent",
        "value: 50|value: fast|14:*must be a number of at least 0",
        "target: 0.95|target: 1.5|14:*must be one of p<percentile>*but was \"p150\"",
        "request: GET /a|request: GET /x|11:*no request is called \"GET /x\"; there are: GET /a",
        "type: openshow-loadtest|type: Prometheus|10:*must be one of openshow-loadtest*Prometheus",
        "budgetingMethod: Occurrences|budgetingMethod: RatioTimeslices|12:*one of Occurrences",
        "openshow-loadtest/severity|openshow-loadtest/severty|4:*did you mean \"severity\"?",
        "kind: SLO|kind: SLOO|2:*must be one of SLO, SLI, Service",
        "openslo/v1|openslo/v1alpha|1:*must be one of openslo/v1, but was",
        "budgetingMethod: Occurrences|budgetingMethod: Timeslices|14:*timeSliceTarget and",
        "  indicator:|  indicatorRef: x\n  indicator:|6:*either indicator or indicatorRef",
        "spec: {|spec: [{|not YAML:"
      })
  void whatIsWrongIsSaidWithItsLine(String change) throws Exception {
    String[] parts = change.split("\\|", -1);
    String text =
        """
        apiVersion: openslo/v1
        kind: SLO
        metadata: {name: quick, annotations: {
          openshow-loadtest/severity: warn}}
        spec:
          service: shop
          indicator:
            spec:
              thresholdMetric:
                metricSource: {type: openshow-loadtest, spec: {
                  request: GET /a, indicator: latency}}
          budgetingMethod: Occurrences
          objectives:
            - {op: lte, value: 50, target: 0.95}
        """;
    assertThat(read(SCENARIOS, text).loadTest().objectives()).hasSize(1);
    String changed = text.replace(parts[0], parts[1]);
    assertThat(changed).isNotEqualTo(text);
    assertThatExceptionOfType(InvalidScenarioException.class)
        .isThrownBy(() -> read(SCENARIOS, changed))
        .satisfies(
            e ->
                assertThat(e.getMessage())
                    .contains("dir/slo/p.yaml:")
                    .containsPattern(
                        "(?s)"
                            + parts[2]
                                .replaceAll("[?<>.\\[\\](){}]", "\\\\$0")
                                .replace("*", "[^\n]*")));
  }

  @Test
  void whatALoadTestCannotJudgeIsPassedOverAndSaid() throws Exception {
    ReadResult result =
        read(
            SCENARIOS,
            """
            apiVersion: openslo/v1
            kind: AlertPolicy
            metadata: {name: quick}
            spec: {anything: 1}
            """);
    assertThat(result.loadTest().objectives()).isEmpty();
    assertThat(result.warnings())
        .singleElement()
        .asString()
        .startsWith("dir/slo/p.yaml:2:7: warning: /kind: AlertPolicy says nothing");
  }

  private static ReadResult read(ObjectNode file, String openSlo) throws Exception {
    return read(file.toString(), openSlo);
  }

  private static ReadResult read(String file, String openSlo) throws Exception {
    return ScenarioReader.read(
        "dir/s.json",
        file.getBytes(UTF_8),
        name -> name.equals("slo/p.yaml") ? openSlo.getBytes(UTF_8) : ScenarioFixture.bytes(name));
  }
}
