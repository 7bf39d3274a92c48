package com.openshow.loadtest.expose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prometheus' own opinion of the names, units and help texts. */
final class PromtoolTest {
  private static final Path PROMTOOL = Path.of("/usr/bin/promtool");

  @Test
  void promtoolFindsNothingToBlame(@TempDir Path folder) throws Exception {
    assumeThat(PROMTOOL).as("promtool, of the package prometheus, is not installed").exists();
    RunMetrics metrics = new RunMetrics(SampleRun.OBJECTIVES, 200, warning -> {});
    Path page = folder.resolve("metrics");
    Files.writeString(
        page,
        RunMetricsTest.text(metrics, SampleRun.state(SampleRun.recorder(), true)),
        StandardCharsets.UTF_8);
    Path output = folder.resolve("output");
    Process check =
        new ProcessBuilder(PROMTOOL.toString(), "check", "metrics")
            .redirectInput(page.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(check.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(Files.readString(output)).isEmpty();
    assertThat(check.exitValue()).isZero();
  }
}
