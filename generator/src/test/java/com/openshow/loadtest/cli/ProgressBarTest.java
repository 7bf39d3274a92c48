package com.openshow.loadtest.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class ProgressBarTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final AtomicLong millis = new AtomicLong();

  @Test
  void aTerminalSeesABarThatIsTakenAwayAtTheEnd() {
    ProgressBar bar = bar(true, 200_000_000);
    bar.read(50_000_000);
    assertThat(out.toString(UTF_8)).isEmpty();
    millis.addAndGet(200);
    bar.read(50_000_000);
    assertThat(out.toString(UTF_8))
        .isEqualTo("\r[" + "#".repeat(15) + " ".repeat(15) + "] 50 % read (100 of 200 MB)");
    bar.read(1);
    bar.end();
    assertThat(out.toString(UTF_8)).doesNotContain("\n").endsWith(" \r");
  }

  @Test
  void aLogGetsALineEveryFiveSecondsAtMost() {
    ProgressBar bar = bar(false, 100_000_000);
    for (int i = 0; i < 11; i++) {
      bar.read(10_000_000);
      millis.addAndGet(1000);
    }
    bar.end();
    assertThat(out.toString(UTF_8))
        .isEqualToNormalizingNewlines("60 % read (60 of 100 MB)\n100 % read (110 of 100 MB)\n");
  }

  @Test
  void aQuickReadingSaysNothing() {
    for (boolean terminal : new boolean[] {true, false}) {
      ProgressBar bar = bar(terminal, 0);
      bar.read(5);
      bar.end();
    }
    assertThat(out.toString(UTF_8)).isEmpty();
  }

  private ProgressBar bar(boolean terminal, long total) {
    return new ProgressBar(
        new PrintStream(out, true, UTF_8), terminal, total, () -> millis.get() * 1_000_000);
  }
}
