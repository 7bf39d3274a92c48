package com.openshow.loadtest.jmeter;

import com.openshow.loadtest.report.LiveView;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;

/**
 * Judges a run again and again on a thread of its own, so that Swing's has nothing to do but show
 * it.
 */
final class LiveVerdict {
  private static final Duration PERIOD = Duration.ofSeconds(1);

  private final Supplier<@Nullable SloRun> run;
  private final Display display;
  private final Rates rates = new Rates();
  private final AtomicReference<@Nullable Shown> waiting = new AtomicReference<>();
  private final Watch watch;

  /** What shows a run; called on Swing's thread. */
  @FunctionalInterface
  interface Display {
    /**
     * Shows it.
     *
     * @param run which it is
     * @param view how it stands
     * @param rows those of the view's judgement
     */
    void show(SloRun run, LiveView view, List<VerdictRow> rows);
  }

  private record Shown(SloRun run, LiveView view, List<VerdictRow> rows) {}

  /**
   * Begins to judge.
   *
   * @param run the one to show, asked for by two threads; null while there is none
   */
  LiveVerdict(Supplier<@Nullable SloRun> run, Display display) {
    this.run = run;
    this.display = display;
    this.watch = Watch.start("slo-verdict", Duration.ZERO, PERIOD, this::look);
  }

  private void look() {
    SloRun now = run.get();
    if (now == null) {
      return;
    }
    LiveView view = rates.add(now.view());
    List<VerdictRow> rows = view.judgement().all().stream().map(VerdictRow::of).toList();
    // Where Swing is behind, it gets the newest and not all of them.
    if (waiting.getAndSet(new Shown(now, view, rows)) == null) {
      SwingUtilities.invokeLater(this::show);
    }
  }

  private void show() {
    Shown shown = waiting.getAndSet(null);
    // Meanwhile the panel may be another listener's.
    if (shown != null && shown.run() == run.get()) {
      display.show(shown.run(), shown.view(), shown.rows());
    }
  }

  /** Ends it. Called on Swing's thread, which waits for nobody. */
  void end() {
    watch.end();
  }
}
