package com.openshow.loadtest.k6;

import static com.openshow.loadtest.k6.Fixtures.mix;
import static com.openshow.loadtest.k6.Fixtures.test;
import static com.openshow.loadtest.k6.Fixtures.texts;
import static com.openshow.loadtest.k6.NodeRun.part;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.openshow.loadtest.ScenarioFixture;
import com.openshow.loadtest.k6.RecordingServer.Answer;
import com.openshow.loadtest.scenario.LoadTest;
import com.openshow.loadtest.scenario.Promise;
import com.openshow.loadtest.scenario.read.ScenarioReader;
import com.openshow.loadtest.slo.FaultWindow;
import com.openshow.loadtest.slo.Scope;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What load a generated script makes under node, and by what it is judged. */
final class K6LoadTest {
  @TempDir private Path folder;

  @Test
  void eachPromiseIsAThresholdAndNoneIsKeptBySilence() throws Exception {
    try (RecordingServer server = new RecordingServer(Fixtures::backend)) {
      String file = K6ScriptTest.resource("/every-key.json");
      JsonNode thresholds = run(server, file).of().get("options").get("thresholds");
      LoadTest test =
          ScenarioReader.read("s.json", file.getBytes(UTF_8), ScenarioFixture::bytes).loadTest();
      List<Promise> promises =
          test.scenarios().stream().flatMap(one -> Promise.of(test, one).stream()).toList();
      assertThat(promises).hasSizeGreaterThan(15);
      List<String> notes = K6Script.of(test, "s.json", "").notes();
      for (Promise promise : promises) {
        if (promise.objective().window() instanceof FaultWindow part) {
          assertThat(notes)
              .anyMatch(note -> note.contains("nobody switches the fault " + part.fault() + ","));
          continue;
        }
        if (notes.stream()
            .anyMatch(note -> note.contains("\"" + promise.objective().name() + "\""))) {
          // Said in the script, and not kept in silence.
          assertThat(promise.properties().get(0)).startsWith("objective.");
          continue;
        }
        Scope scope = promise.objective().scope();
        String indicator = promise.objective().indicator().kind();
        String tags =
            "{scenario:"
                + scope.scenario().replace('.', '_')
                + (scope.label().isEmpty() ? "" : ",name:" + scope.label().replace(',', ';'))
                + ",phase:measured}";
        String target = promise.plainTarget();
        String[] expected =
            switch (indicator) {
              case "error_rate" ->
                  new String[] {"http_req_failed", "rate<=" + (target.equals("0") ? "0" : "0.005")};
              case "rps" -> new String[] {"http_reqs", "count>=1"};
              case "avg", "max" -> new String[] {"http_req_duration", indicator + "<=" + target};
              default ->
                  new String[] {
                    "http_req_duration", "p(" + indicator.substring(1) + ")<=" + target
                  };
            };
        assertThat(texts(thresholds.get(expected[0] + tags))).as(tags).contains(expected[1]);
        assertThat(texts(thresholds.get("http_reqs" + tags)))
            .as(tags)
            .anyMatch(text -> text.matches("count>=[1-9]\\d*"));
      }
      // A p99 of fewer than 100 samples says nothing.
      assertThat(
              texts(
                  thresholds.get("http_reqs{scenario:B,name:GET /api/v1/auth/me,phase:measured}")))
          .containsExactly("count>=100");
    }
  }

  @Test
  void afterAnyNumberOfIterationsEachShareIsRightToLessThanOne() throws Exception {
    List<List<Double>> mixes =
        List.of(
            List.of(1.0, 999.0),
            List.of(0.6, 0.4),
            List.of(70.0, 15.0, 15.0),
            List.of(1.5, 2.5, 3.25, 1e-3));
    try (RecordingServer server = new RecordingServer(asked -> new Answer(204, ""))) {
      StringBuilder scenarios = new StringBuilder();
      for (int i = 0; i < mixes.size(); i++) {
        scenarios.append(i == 0 ? "" : ",").append(mix("M" + i, mixes.get(i)));
      }
      JsonNode run =
          run(server, test(scenarios.toString()))
              .of(
                  part("M0", 7, 2500),
                  part("M1", 5, 2500),
                  part("M2", 5, 2500),
                  part("M3", 5, 2500));
      for (int i = 0; i < mixes.size(); i++) {
        assertShares(run, "M" + i, mixes.get(i));
      }
    }
  }

  private static void assertShares(JsonNode run, String scenario, List<Double> weights) {
    double sum = weights.stream().mapToDouble(Double::doubleValue).sum();
    int[] counts = new int[weights.size()];
    int made = 0;
    double furthest = 0;
    for (JsonNode request : run.get("requests")) {
      if (request.get("scenario").asText().equals(scenario)) {
        counts[
            Integer.parseInt(
                request.get("tags").get("name").asText().substring("GET /".length()))]++;
        made++;
        for (int i = 0; i < counts.length; i++) {
          furthest = Math.max(furthest, Math.abs(counts[i] - made * weights.get(i) / sum));
        }
      }
    }
    assertThat(made).isEqualTo(2500);
    assertThat(furthest).as(scenario).isLessThan(1);
  }

  @Test
  void virtualUsersThatTakeTurnsDoNotLockIntoOneRequestEach() throws Exception {
    try (RecordingServer server = new RecordingServer(asked -> new Answer(204, ""))) {
      JsonNode run = run(server, test(mix("M", List.of(1.0, 1.0)))).of(part("M", 2, 1000));
      long firstOfBoth = 0;
      for (int i = 0; i < 1000; i += 2) {
        firstOfBoth +=
            run.get("requests").get(i).get("tags").get("name").asText().equals("GET /0") ? 1 : 0;
      }
      assertThat(firstOfBoth).isBetween(200L, 300L);
    }
  }

  @Test
  void theWarmUpHasAPhaseOfItsOwnAndDurationMakesAllShorter() throws Exception {
    String file =
        test(mix("M", List.of(1.0))).replace("\"defaults\"", "\"warm_up\": \"10s\", \"defaults\"");
    try (RecordingServer server = new RecordingServer(asked -> new Answer(200, ""))) {
      JsonNode run =
          run(server, file)
              .with("DURATION", "30s")
              .of(part("M", 1, 1, 4_999), part("M", 1, 1, 5_000));
      assertThat(run.get("requests").findValuesAsText("phase"))
          .containsExactly("warm_up", "measured");
      assertThat(run.get("options").get("scenarios").get("M").get("duration").asText())
          .isEqualTo("30000ms");
    }
  }

  private NodeRun run(RecordingServer server, String scenarios) throws Exception {
    return new NodeRun(folder, scenarios).with("TARGET_URL", server.url() + "/");
  }
}
