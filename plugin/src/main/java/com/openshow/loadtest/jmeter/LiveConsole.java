package com.openshow.loadtest.jmeter;

import com.openshow.loadtest.report.LiveLine;
import com.openshow.loadtest.report.LiveView;
import com.openshow.loadtest.report.Terminal;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Shows a run on the console while it goes on: a table that is drawn over on a terminal, a line now
 * and then anywhere else.
 */
@FunctionalInterface
interface LiveConsole extends AutoCloseable {
  /** Ends it. What is printed afterwards is alone on the console. */
  @Override
  void close();

  /**
   * Begins to show.
   *
   * @param view says how the run stands
   * @param interval from one line to the next, where it is lines; zero shows nothing at all
   */
  static LiveConsole start(Supplier<LiveView> view, Duration interval) {
    if (interval.isZero()) {
      return () -> {};
    }
    Rates rates = new Rates();
    if (Terminal.isCapable(System.getenv()) && TerminalTable.take()) {
      return new TerminalTable(() -> rates.add(view.get()));
    }
    return Watch.start(
            "slo-console",
            interval,
            interval,
            () -> System.out.println(LiveLine.render(rates.add(view.get()))))
        ::close;
  }
}
