package com.openshow.loadtest.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code verdict --baseline}, with every kind of file. */
final class EarlierRunTest {
  private static final long SEED = 20_260_302;

  private static final String SCENARIOS =
      """
      {"project_name": "P", "test_tool": "JMeter", "staging_url": "http://127.0.0.1:8080",
       "global_vus": 1, "global_duration": "10s",
       "objectives": [
         {"indicator": "p95", "target": "baseline + 10 %", "scenario": "S", "request": "GET /a"},
         {"indicator": "p95", "target": 100000, "scenario": "S", "request": "GET /a"},
         {"indicator": "error_rate", "target": "baseline + 1 points", "scenario": "S"},
         {"indicator": "avg", "target": "baseline + 30 %", "scenario": "S", "tag": "t"}
       ],
       "scenarios": [{"name": "S", "type": "Load/Soak", "target_vus": 1,
         "endpoints": [{"method": "GET", "path": "/a", "weight": 100, "slo_p95_ms": 60000,
           "tags": ["t"]}]}]}
      """;

  @TempDir private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void twoRuns() throws Exception {
    Files.writeString(folder.resolve("s.json"), SCENARIOS);
    results("before.jtl", 100);
    results("same.jtl", 100);
    results("slow.jtl", 150);
  }

  @Test
  void aSlowerRunIsABreachAndASimilarOneIsNot() throws Exception {
    assertThat(verdict("same.jtl", "before.jtl")).as(all()).isZero();
    assertThat(out.toString(UTF_8))
        .contains("p95 <= baseline + 10 %")
        .containsPattern("S +GET /a +p95 +\\d+ ms +\\d+ ms +0 % +-[\\d.]+ % to \\+[\\d.]+ %\n");
    out.reset();
    assertThat(verdict("slow.jtl", "before.jtl")).as(all()).isEqualTo(1);
    assertThat(out.toString(UTF_8))
        .containsPattern("FAIL: p95 of GET /a of S: \\d+ ms is more than [\\d.]+ ms \\(baseline");
    assertThat(folder.resolve("report/verdict.md"))
        .content()
        .contains("| scenario | request | latency | baseline | now | shift | true shift |");
  }

  @Test
  void theVerdictOfTheEarlierRunGivesTheSameJudgement() throws Exception {
    assertThat(verdict("slow.jtl", "before.jtl")).isEqualTo(1);
    JsonNode byResults = report();
    // The first run of all has no baseline itself.
    assertThat(verdict("before.jtl")).isEqualTo(2);
    Path earlier = folder.resolve("earlier.json");
    Files.copy(folder.resolve("report/verdict.json"), earlier);
    assertThat(verdict("slow.jtl", "earlier.json")).as(all()).isEqualTo(1);
    JsonNode byVerdict = report();
    assertThat(byVerdict.path("baseline").isMissingNode()).isTrue();
    assertThat(byVerdict.path("objectives")).isEqualTo(byResults.path("objectives"));
  }

  @Test
  void whatTheEarlierVerdictDoesNotTellIsInconclusive() throws Exception {
    Files.writeString(folder.resolve("earlier.json"), "{\"schemaVersion\": 1, \"objectives\": []}");
    assertThat(verdict("same.jtl", "earlier.json")).isEqualTo(2);
    assertThat(out.toString(UTF_8)).contains("earlier.json has no figure for it");
    assertThat(verdict("same.jtl")).isEqualTo(2);
    assertThat(out.toString(UTF_8)).contains("no baseline was given");
    assertSchema();
    Files.writeString(
        folder.resolve("few.jtl"), Files.readString(folder.resolve("same.jtl")).substring(0, 400));
    assertThat(verdict("few.jtl")).isEqualTo(2);
    Files.copy(folder.resolve("report/verdict.json"), folder.resolve("few.json"));
    assertThat(verdict("same.jtl", "few.json")).isEqualTo(2);
    assertThat(out.toString(UTF_8)).contains("the baseline cannot be told: only 1");
  }

  @Test
  void whatIsNoBaselineIsRefusedInWords() throws Exception {
    for (String content : List.of("{", "{}", "{\"schemaVersion\": 9}", "[1", "{\"a\": [}")) {
      Files.writeString(folder.resolve("earlier.json"), content);
      assertThat(verdict("same.jtl", "earlier.json")).as(content).isEqualTo(65);
    }
    assertThat(verdict("same.jtl", "absent.jtl")).isEqualTo(64);
    assertThat(verdict("same.jtl", "before.jtl", "earlier.json")).isEqualTo(64);
    assertThat(err.toString(UTF_8))
        .contains("not JSON", "expected \"schemaVersion\": 1", "or one verdict.json")
        .doesNotContain("Exception", "\tat ");
  }

  @Test
  void theReportsKeepToTheirSchema() throws Exception {
    verdict("slow.jtl", "before.jtl");
    assertSchema();
    JsonNode row = report().path("baseline").path(2);
    assertThat(row.path("percentile").asDouble()).isEqualTo(95);
    assertThat(row.path("shiftPercent").asDouble()).isBetween(45.0, 55.0);
    assertThat(row.path("trueShiftPercent").path("low").asDouble()).isBetween(20.0, 50.0);
    Files.copy(folder.resolve("report/verdict.json"), folder.resolve("earlier.json"));
    verdict("same.jtl", "earlier.json");
    assertSchema();
  }

  @Test
  void aTargetOfTheCommandLineMayBeRelativeToo() {
    assertThat(verdict("slow.jtl", "before.jtl", "-Jobjective.1=baseline + 90 %")).isEqualTo(1);
    assertThat(out.toString(UTF_8)).containsPattern("PASS +S +GET /a +p95 <= baseline \\+ 90 %");
    assertThat(verdict("slow.jtl", "before.jtl", "-Jobjective.1=much")).isEqualTo(64);
    assertThat(err.toString(UTF_8)).contains("-Jobjective.1: target must be a number of at least");
  }

  private void assertSchema() throws Exception {
    JsonSchema schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(
                new ObjectMapper()
                    .readTree(Path.of("../documentation/reference/verdict.schema.json").toFile()));
    assertThat(schema.validate(report())).isEmpty();
    List<String> known = new ArrayList<>();
    schema
        .getSchemaNode()
        .at("/properties/objectives/items/properties")
        .fieldNames()
        .forEachRemaining(known::add);
    for (JsonNode objective : report().path("objectives")) {
      assertThat(objective.fieldNames()).toIterable().isSubsetOf(known);
    }
  }

  private JsonNode report() throws Exception {
    return new ObjectMapper().readTree(folder.resolve("report/verdict.json").toFile());
  }

  private String all() {
    return out.toString(UTF_8) + err.toString(UTF_8);
  }

  private void results(String name, int meanMillis) throws Exception {
    Random random = new Random(SEED);
    StringBuilder rows = new StringBuilder("timeStamp,elapsed,label,threadName,success\n");
    for (int i = 0; i < 2_000; i++) {
      rows.append(1_000_000 + 50L * i)
          .append(',')
          .append(Math.round(10 - meanMillis * Math.log1p(-random.nextDouble())))
          .append(",GET /a,S 1-1,true\n");
    }
    Files.writeString(folder.resolve(name), rows);
  }

  /** Judges a file; of a baseline, and of properties, there may be any number. */
  private int verdict(String results, String... more) {
    List<String> words = new ArrayList<>(List.of("verdict", path("s.json")));
    words.addAll(List.of("--results", path(results), "--report", path("report")));
    for (String word : more) {
      if (word.startsWith("-J")) {
        words.add(word);
      } else {
        words.addAll(List.of("--baseline", path(word)));
      }
    }
    return Main.run(
        words.toArray(String[]::new),
        new Console(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8)));
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }
}
