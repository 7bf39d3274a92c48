package com.openshow.loadtest.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.openshow.loadtest.plan.Plans;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UnreadPropertiesTest {
  private static final String SCENARIOS =
      """
      {
        "project_name": "P", "test_tool": "JMeter", "staging_url": "http://127.0.0.1:1",
        "global_vus": 20, "global_duration": "60s", "warm_up": "5s",
        "objectives": [{"indicator": "p99", "target": 400}],
        "scenarios": [
          {"name": "S", "type": "Load/Soak", "target_vus": 10, "target_rps": 5, "endpoints": [
            {"path": "/a", "method": "GET", "weight": 1, "slo_p95_ms": 300}]}]
      }
      """;

  @TempDir private Path folder;
  private ScenarioFile file;

  @BeforeEach
  void read() throws Exception {
    PrintStream nobody = new PrintStream(new ByteArrayOutputStream(), true, UTF_8);
    file =
        ScenarioFile.read(
            Files.writeString(folder.resolve("s.json"), SCENARIOS), new Console(nobody, nobody));
  }

  @Test
  void whatThePlanReadsIsNoMistake() {
    assertThat(
            UnreadProperties.ofPlan(
                Set.of(
                    "slo_p95_ms.S.GET_a",
                    "slo_error_percent",
                    "slo_error_percent.S",
                    "vus.S",
                    "duration",
                    "duration.S",
                    "ramp_up.S",
                    "target_rps.S",
                    "weight.S.GET_a",
                    "objective.1"),
                plan()))
        .isEmpty();
  }

  @Test
  void whatIsJMetersOwnMayBeAnything() {
    assertThat(UnreadProperties.ofPlan(Set.of("summariser.out", "slo.exit_code", "x"), plan()))
        .isEmpty();
  }

  @Test
  void aMisspeltTargetIsToldBeforeLoadStarts() {
    assertThat(UnreadProperties.ofPlan(Set.of("slo_p95_ms.S.GET_b"), plan()))
        .containsExactly(
            "warning: the plan reads no property slo_p95_ms.S.GET_b, so -Jslo_p95_ms.S.GET_b"
                + " changes nothing; did you mean \"slo_p95_ms.S.GET_a\"?");
    assertThat(UnreadProperties.ofPlan(Set.of("vus.T", "slo_p95_ms", "objective.2"), plan()))
        .hasSize(3);
  }

  @Test
  void aVerdictSaysWhatItPassesOver() {
    assertThat(
            UnreadProperties.ofVerdict(
                Set.of("warm_up", "slo_p95_ms.S.GET_a", "objective.1"), file.loadTest()))
        .isEmpty();
    assertThat(UnreadProperties.ofVerdict(Set.of("vus.S", "slo_p95_ms.S.GET_b"), file.loadTest()))
        .hasValue(
            "note: a verdict takes targets and warm_up from -J; it passes over"
                + " slo_p95_ms.S.GET_b; did you mean \"slo_p95_ms.S.GET_a\"?, vus.S");
  }

  private String plan() {
    return new String(
        Objects.requireNonNull(
            Plans.files(file.loadTest(), file.source()).get(Plans.fileName(Plans.ALL))),
        UTF_8);
  }
}
