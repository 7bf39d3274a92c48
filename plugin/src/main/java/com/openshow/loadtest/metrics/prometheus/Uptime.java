package com.openshow.loadtest.metrics.prometheus;

/** Finds in the samples of {@code up} when a target was gone during a time. */
final class Uptime {
  /** Two scrapes may fail to come, by a slow target or a busy Prometheus, without being gone. */
  private static final long MISSED_SCRAPES = 3;

  /** What a scrape of every second may be late on its way through remote storage. */
  private static final long LEAST_GAP_MILLIS = 5000;

  private final Target target;
  private final Samples samples;
  private final Asked asked;

  /**
   * @param samples of {@code up}, in the order of time, also some from before the time asked for
   */
  Uptime(Target target, Samples samples, Asked asked) {
    this.target = target;
    this.samples = samples;
    this.asked = asked;
  }

  /** Doubts each time that it was gone. */
  void judge() {
    int last = samples.size() - 1;
    long gap = Math.max(LEAST_GAP_MILLIS, MISSED_SCRAPES * interval());
    for (int i = 0; i < last; i++) {
      if (samples.millis(i + 1) - samples.millis(i) > gap) {
        doubt("was not scraped", samples.millis(i), samples.millis(i + 1));
      }
    }
    down();
    // Of a single sample nobody knows when the next is due.
    if (last > 0 && asked.grid().to() - samples.millis(last) > gap) {
      vanished(samples.millis(last), gap);
    }
    if (last > 0 && samples.millis(0) - asked.grid().from() > gap) {
      note("was not there before " + asked.text(samples.millis(0)));
    }
  }

  private void vanished(long when, long gap) {
    if (when < asked.grid().from() - gap) {
      // Such as one that the test's own deployment replaced.
      note("vanished at " + asked.text(when) + ", before the time asked for");
    } else {
      doubt("vanished", when, Long.MAX_VALUE);
    }
  }

  private void down() {
    int i = 0;
    while (i < samples.size()) {
      int start = i;
      while (i < samples.size() && samples.value(i) == 0) {
        i++;
      }
      if (i > start) {
        doubt(
            "was down (up = 0)",
            samples.millis(start),
            i < samples.size() ? samples.millis(i) : Long.MAX_VALUE);
      }
      i++;
    }
  }

  private void doubt(String what, long from, long to) {
    // What was over when the time began does not matter.
    if (to > asked.grid().from()) {
      asked
          .findings()
          .doubt(
              target.text()
                  + ' '
                  + what
                  + " from "
                  + asked.text(from)
                  + (to == Long.MAX_VALUE ? " on" : " to " + asked.text(to)));
    }
  }

  private void note(String what) {
    asked.findings().note(target.text() + ' ' + what);
  }

  /** The median time between two scrapes; 0 when there are no two. */
  private long interval() {
    long[] steps = samples.steps().sorted().toArray();
    return steps.length == 0 ? 0 : steps[steps.length / 2];
  }
}
