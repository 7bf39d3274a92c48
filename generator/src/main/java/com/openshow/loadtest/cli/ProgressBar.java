package com.openshow.loadtest.cli;

import com.openshow.loadtest.results.Progress;
import java.io.PrintStream;
import java.util.function.LongSupplier;

/**
 * Says how far the reading of results has come: as a bar that grows on a terminal, as a line now
 * and then anywhere else. Quick readings say nothing.
 */
final class ProgressBar implements Progress {
  private static final long NANOS_PER_MILLI = 1_000_000;
  private static final long TERMINAL_MILLIS = 200;
  private static final long LINE_MILLIS = 5000;
  private static final int WIDTH = 30;
  private static final long MEGABYTE = 1_000_000;

  private final PrintStream out;
  private final boolean terminal;
  private final long total;
  private final LongSupplier nanos;
  private long done;
  private long saidAt;
  private boolean drawn;

  /**
   * Nothing read yet.
   *
   * @param terminal whether a line that was printed can be printed over
   * @param total how many bytes there are
   * @param nanos a clock such as {@link System#nanoTime}
   */
  ProgressBar(PrintStream out, boolean terminal, long total, LongSupplier nanos) {
    this.out = out;
    this.terminal = terminal;
    this.total = total;
    this.nanos = nanos;
    saidAt = nanos.getAsLong();
  }

  @Override
  public void read(long bytes) {
    done += bytes;
    long now = nanos.getAsLong();
    if (now - saidAt < (terminal ? TERMINAL_MILLIS : LINE_MILLIS) * NANOS_PER_MILLI) {
      return;
    }
    saidAt = now;
    // A file that somebody still writes to can be longer than it was.
    long percent = Math.min(100, 100 * done / Math.max(1, total));
    String words = percent + " % read (" + done / MEGABYTE + " of " + total / MEGABYTE + " MB)";
    if (terminal) {
      int full = (int) (WIDTH * percent / 100);
      out.print("\r[" + "#".repeat(full) + " ".repeat(WIDTH - full) + "] " + words);
      out.flush();
      drawn = true;
    } else {
      out.println(words);
    }
  }

  /** Takes the bar away. */
  void end() {
    if (drawn) {
      out.print("\r" + " ".repeat(WIDTH + 50) + "\r");
      out.flush();
      drawn = false;
    }
  }
}
