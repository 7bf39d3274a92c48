package com.openshow.loadtest.expose;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The values that labels may have: no more than so many, however many names a plan makes up while
 * it runs, and no secrets that stand in a URL. Safe for any number of threads.
 */
final class BoundedLabels {
  /** Stands for all that there is no room for. */
  static final String OTHER = "other";

  private static final int LONGEST = 200;

  // JMeter names a sample by its URL where the plan gives it no name, and after a redirect.
  private static final Pattern QUERY = Pattern.compile("\\?[^\\s?]*=.*", Pattern.DOTALL);
  private static final Pattern USER = Pattern.compile("//[^/\\s@]*@");

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
    Series own = new Series(safe(scenario), safe(label));
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
    String own = safe(scenario);
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

  /** The text without the query of a URL and the user in it, and not too long. */
  static String safe(String text) {
    String safe = QUERY.matcher(USER.matcher(text).replaceAll("//")).replaceFirst("?...");
    return safe.length() <= LONGEST ? safe : safe.substring(0, LONGEST) + "...";
  }
}
