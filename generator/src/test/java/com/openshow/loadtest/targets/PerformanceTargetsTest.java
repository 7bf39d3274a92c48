package com.openshow.loadtest.targets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.openshow.loadtest.scenario.read.ScenarioReader;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class PerformanceTargetsTest {
  @Test
  void everyTargetOfTheSeedStandsInTheDocument() throws Exception {
    try (InputStream seed = getClass().getResourceAsStream("/seed/scenarios.json")) {
      String text = document(Objects.requireNonNull(seed).readAllBytes());
      assertThat(text)
          .contains(
              "## 1. Latency Targets",
              "## 2. Resource Utilization Limits",
              "## 3. Resilience and Failover",
              "| GET /api/v1/creators | p95 at most **50 ms** |",
              "| POST /api/v1/projects | p95 at most **350 ms** |",
              "failed requests at most **0.01 %**");
    }
  }

  @Test
  void textOfTheFileCannotLeaveItsCell() throws Exception {
    String text =
        document(
            """
            {"project_name": "a|b <i>", "test_tool": "t", "staging_url": "http://h",
             "global_vus": 1, "global_duration": "1s",
             "scenarios": [{"name": "S", "type": "Smoke", "target_vus": 1, "endpoints": [
               {"path": "/", "method": "GET", "weight": 1, "slo_p99_ms": 7, "note": "x | y --> `"}
             ]}]}
            """
                .getBytes(UTF_8));
    assertThat(text)
        .contains("a\\|b \\<i\\>")
        .contains("| GET / | p99 at most **7 ms** | x \\| y --\\> \\` |");
  }

  private static String document(byte[] content) throws Exception {
    return PerformanceTargets.of(
        ScenarioReader.read("s.json", content).loadTest(), "s.json", "hash");
  }
}
