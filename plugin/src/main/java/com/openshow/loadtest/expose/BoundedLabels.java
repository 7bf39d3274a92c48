package com.openshow.loadtest.expose;

import java.util.HashSet;
import java.util.Set;

/**
 * The values that labels may have: no more than so many, however many names a plan makes up while
 * it runs, and no secrets that stand in a URL. Safe for any number of threads.
 */
final class BoundedLabels {
  /** Stands for all that there is no room for. */
  static final String OTHER = "other";

  private final int most;
  private final Runnable whenFull;
  private final Set<Series> series = new HashSet<>();
  private final Set<String> scenarios = new HashSet<>();
  private boolean full;

  /**
   * No value yet.
   *
   * @param most how many requests have values of their own, at least 1; and how many scenarios
   * @param whenFull called once, when there are more
   */
  BoundedLabels(int most, Runnable whenFull) {
    this.most = most;
    this.whenFull = whenFull;
  }

  /** What a request is shown as: first come, first served. */
  synchronized Series series(String scenario, String label) {
    Series own = new Series(MetricNames.labelValue(scenario), MetricNames.labelValue(label));
    if (series.contains(own) || series.size() < most) {
      series.add(own);
      scenarios.add(own.scenario());
      return own;
    }
    noRoom();
    return new Series(scenario(scenario), OTHER);
  }

  /** What a scenario is shown as, likewise. */
  synchronized String scenario(String scenario) {
    String own = MetricNames.labelValue(scenario);
    if (scenarios.contains(own) || scenarios.size() < most) {
      scenarios.add(own);
      return own;
    }
    noRoom();
    return OTHER;
  }

  private void noRoom() {
    if (!full) {
      full = true;
      whenFull.run();
    }
  }
}
