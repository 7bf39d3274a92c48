package com.openshow.loadtest.expose;

import java.util.regex.Pattern;

/** What the metrics are called, for those who show them and for those who ask for them. */
public final class MetricNames {
  /** The plan that runs. */
  public static final String RUN_INFO = "loadtest_run_info";

  /** Whether the run has ended. */
  public static final String RUN_OVER = "loadtest_run_over";

  /** Samples of the warm-up. */
  public static final String WARM_UP = "loadtest_warm_up_samples";

  /** Requests by outcome and code. */
  public static final String REQUESTS = "loadtest_requests_total";

  /** The times of requests. */
  public static final String DURATION = "loadtest_request_duration_seconds";

  /** The times of transactions. */
  public static final String TRANSACTION = "loadtest_transaction_duration_seconds";

  /** Virtual users at work. */
  public static final String THREADS = "loadtest_active_threads";

  /** Requests that were due. */
  public static final String DUE = "loadtest_schedule_due_total";

  /** Requests that were begun of those. */
  public static final String STARTED = "loadtest_schedule_started_total";

  /** By how much later than due. */
  public static final String LAG = "loadtest_schedule_lag_seconds";

  /** The longest of these times. */
  public static final String LAG_MAX = "loadtest_schedule_lag_max_seconds";

  /** The measured value of an objective. */
  public static final String OBSERVED = "loadtest_objective_observed";

  /** What it is held against. */
  public static final String TARGET = "loadtest_objective_target";

  /** What became of it. */
  public static final String OBJECTIVE_VERDICT = "loadtest_objective_verdict";

  /** What becomes of the whole. */
  public static final String VERDICT = "loadtest_verdict";

  /** The outcome of a request that succeeded. */
  public static final String SUCCESS = "success";

  /** The outcome of one that failed. */
  public static final String FAILURE = "failure";

  private static final int LONGEST = 200;

  // JMeter names a sample by its URL where the plan gives it no name, and after a redirect.
  private static final Pattern QUERY = Pattern.compile("\\?[^\\s?]*=.*", Pattern.DOTALL);
  private static final Pattern USER = Pattern.compile("//[^/\\s@]*@");

  private MetricNames() {}

  /**
   * A text as it stands in a label: without the query of a URL and the user in it, which may be
   * secrets, and not too long.
   */
  public static String labelValue(String text) {
    String safe = QUERY.matcher(USER.matcher(text).replaceAll("//")).replaceFirst("?...");
    return safe.length() <= LONGEST ? safe : safe.substring(0, LONGEST) + "...";
  }

  /** The name of a counter as the client library wants it, which adds the ending itself. */
  static String counter(String name) {
    return name.substring(0, name.length() - "_total".length());
  }

  /** The name of an info, likewise. */
  static String info(String name) {
    return name.substring(0, name.length() - "_info".length());
  }
}
