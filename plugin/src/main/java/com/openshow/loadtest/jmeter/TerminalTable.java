package com.openshow.loadtest.jmeter;

import com.openshow.loadtest.report.LiveArea;
import com.openshow.loadtest.report.LiveTable;
import com.openshow.loadtest.report.LiveView;
import com.openshow.loadtest.report.Style;
import com.openshow.loadtest.report.Terminal;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * The table on the terminal. What JMeter, its summariser or a script prints meanwhile scrolls by
 * above it.
 */
final class TerminalTable implements LiveConsole {
  private static final Duration REDRAW = Duration.ofSeconds(1);

  /** So long the table is away at the most after something was printed. */
  private static final Duration BLINK = Duration.ofMillis(100);

  /** There is one terminal, and a plan may have more than one listener. */
  private static final AtomicBoolean TAKEN = new AtomicBoolean();

  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final LiveArea area = new LiveArea(out);
  private final Style style = Style.ofOutput(System.getenv());
  private final Watch watch;
  private final Watch restorer;

  /**
   * Begins to show, after {@link #take}.
   *
   * @param view says how the run stands
   */
  TerminalTable(Supplier<LiveView> view) {
    Charset charset = Terminal.charset();
    System.setOut(area.above(out, charset));
    // Mostly it goes to the same terminal; where it does not, the table is but drawn anew.
    System.setErr(area.above(err, charset));
    watch = Watch.start("slo-console", REDRAW, REDRAW, () -> draw(view.get()));
    restorer = Watch.start("slo-console-restorer", BLINK, BLINK, area::restore);
  }

  /** Whether the terminal was nobody's; now it is the caller's, who makes a table at once. */
  static boolean take() {
    return TAKEN.compareAndSet(false, true);
  }

  private void draw(LiveView view) {
    TerminalSize size = TerminalSize.current();
    // The cursor has the last line.
    area.draw(new LiveTable(size.columns(), Math.max(1, size.lines() - 1), style).render(view));
  }

  @Override
  public void close() {
    watch.close();
    restorer.close();
    area.close();
    System.setOut(out);
    System.setErr(err);
    TAKEN.set(false);
  }
}
