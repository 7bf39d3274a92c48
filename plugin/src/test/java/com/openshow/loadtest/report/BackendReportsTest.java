package com.openshow.loadtest.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.openshow.loadtest.metrics.BackendFinding;
import com.openshow.loadtest.metrics.BackendObjective;
import com.openshow.loadtest.metrics.BackendOutcome;
import com.openshow.loadtest.metrics.Claim;
import com.openshow.loadtest.metrics.Grouping;
import com.openshow.loadtest.metrics.Reducer;
import com.openshow.loadtest.metrics.StateMetric;
import com.openshow.loadtest.metrics.StatesClaim;
import com.openshow.loadtest.metrics.TimeRange;
import com.openshow.loadtest.metrics.ValueClaim;
import com.openshow.loadtest.metrics.Visit;
import com.openshow.loadtest.slo.Bar;
import com.openshow.loadtest.slo.Baseline;
import com.openshow.loadtest.slo.Comparison;
import com.openshow.loadtest.slo.Indicator;
import com.openshow.loadtest.slo.Judgement;
import com.openshow.loadtest.slo.Objective;
import com.openshow.loadtest.slo.Scope;
import com.openshow.loadtest.slo.Terms;
import com.openshow.loadtest.slo.Verdict;
import com.openshow.loadtest.slo.Window;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BackendReportsTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final TimeRange RUN = new TimeRange(START, START.plusSeconds(60));

  @TempDir private Path folder;

  private static BackendObjective objective(String name, Claim claim) {
    return new BackendObjective(
        name, "prometheus", claim, "", new Window.WholeRun(), Terms.USUAL, "");
  }

  private static BackendOutcome cpu(Verdict verdict, double observed) {
    return new BackendOutcome(
        objective(
            "Database CPU",
            new ValueClaim(
                "db_cpu * 100",
                new Reducer.Average(),
                new Bar(Comparison.LTE, 70, "%"),
                new Grouping.Each(),
                0.9)),
        RUN,
        List.of(
            new BackendFinding(
                "instance=\"a|b\"",
                OptionalDouble.of(observed),
                61,
                List.of(),
                verdict,
                "85.2 % is more than 70 %")),
        List.of(),
        verdict,
        "instance=\"a|b\": 85.2 % is more than 70 %",
        List.of("the clocks differ by 20 ms"));
  }

  private static BackendOutcome breaker() {
    return new BackendOutcome(
        objective(
            "Circuit breaker",
            new StatesClaim(
                "breaker_state",
                new StateMetric.ByLabel("state"),
                List.of("closed", "open"),
                Map.of(),
                List.of())),
        RUN,
        List.of(
            new BackendFinding(
                "",
                OptionalDouble.empty(),
                61,
                List.of(
                    new Visit("closed", START, START.plusSeconds(10)),
                    new Visit("open", START.plusSeconds(11), START.plusSeconds(60))),
                Verdict.PASS,
                "seen")),
        List.of(),
        Verdict.PASS,
        "seen",
        List.of());
  }

  private static Judgement judgement(BackendOutcome... backend) {
    return new Judgement(START, START.plusSeconds(60), List.of(), Optional.empty())
        .withBackend(List.of(backend), Optional.empty());
  }

  @Test
  void aBreachOfTheBackendFailsTheRunAndStandsInEveryReport() throws Exception {
    Judgement judgement = judgement(cpu(Verdict.FAIL, 85.2), breaker());
    Reports.write(judgement, "run", folder);

    assertThat(judgement.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(ConsoleTable.render(judgement))
        .containsPattern("FAIL +Database CPU +avg <= 70 % +85.2 % +61\n")
        .containsPattern("PASS +Circuit breaker +closed -> open +closed -> open +61\n")
        .contains("FAIL: Database CPU: instance=\"a|b\": 85.2 % is more than 70 %\n")
        .endsWith("Verdict: FAIL (1 passed, 1 failed, 0 inconclusive)\n");
    assertThat(Files.readString(folder.resolve("junit.xml")))
        .contains("tests=\"2\" failures=\"1\" errors=\"0\"")
        .contains("<testcase name=\"Database CPU\" classname=\"run\">");
    assertThat(Files.readString(folder.resolve("verdict.md")))
        .contains("| Database CPU | avg \\<= 70 % | 85.2 % | 61 |");
    assertThat(GitHubActions.annotations(judgement, Map.of(GitHubActions.ACTIONS, "true")))
        .startsWith("::error title=FAIL%3A Database CPU::instance=");
  }

  @Test
  void verdictJsonTellsTheQueryTheTimeAndEverySeries() throws Exception {
    Reports.write(judgement(cpu(Verdict.FAIL, 85.2), breaker()), "run", folder);
    JsonNode objectives =
        new ObjectMapper().readTree(folder.resolve("verdict.json").toFile()).at("/objectives");

    JsonNode cpu = objectives.get(0);
    assertThat(cpu.at("/observed").asDouble()).isEqualTo(85.2);
    assertThat(cpu.at("/target").asDouble()).isEqualTo(70);
    assertThat(cpu.at("/backend/query").asText()).isEqualTo("db_cpu * 100");
    assertThat(cpu.at("/backend/from").asText()).isEqualTo("2026-01-01T00:00:00Z");
    assertThat(cpu.at("/backend/series/0/points").asInt()).isEqualTo(61);
    assertThat(cpu.at("/backend/notes/0").asText()).isEqualTo("the clocks differ by 20 ms");
    JsonNode breaker = objectives.get(1);
    assertThat(breaker.at("/observed").isNull()).isTrue();
    assertThat(breaker.at("/target").isNull()).isTrue();
    assertThat(breaker.at("/backend/observedText").asText()).isEqualTo("closed -> open");
    assertThat(breaker.at("/backend/series/0/states/1/state").asText()).isEqualTo("open");
  }

  @Test
  void whatCannotBeANumberOfJsonIsNull() throws Exception {
    Reports.write(judgement(cpu(Verdict.INCONCLUSIVE, Double.NaN)), "run", folder);

    assertThat(
            new ObjectMapper()
                .readTree(folder.resolve("verdict.json").toFile())
                .at("/objectives/0/observed")
                .isNull())
        .isTrue();
  }

  @Test
  void theBackendOfAnEarlierRunIsNoBaselineOfALatency() throws Exception {
    Reports.write(judgement(cpu(Verdict.PASS, 20)), "run", folder);

    Objective mean = new Objective(new Scope("", ""), Indicator.parse("avg"), 5);
    assertThat(VerdictFile.read(folder.resolve("verdict.json")).reference(mean))
        .isInstanceOf(Baseline.Reference.Unknown.class);
  }
}
