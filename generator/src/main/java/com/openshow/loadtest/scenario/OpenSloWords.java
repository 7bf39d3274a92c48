package com.openshow.loadtest.scenario;

import java.util.List;

/** The words that our documents of OpenSLO use where its specification leaves the choice. */
public final class OpenSloWords {
  /** The version of the specification. */
  public static final String VERSION = "openslo/v1";

  /** The type of the metric sources. */
  public static final String SOURCE = "openshow-loadtest";

  /** What stands before the names of our annotations. */
  public static final String PREFIX = SOURCE + "/";

  /** The indicator of a metric that is the latency of each request. */
  public static final String LATENCY = "latency";

  /** The indicator of a metric that counts requests. */
  public static final String REQUESTS = "requests";

  /** The indicator of a metric that counts those that succeeded. */
  public static final String SUCCESSFUL = "successful_requests";

  /**
   * The annotations: keys of an objective in a scenario file; {@code target} where it is no number,
   * and {@code slices} where all of them must be good, which no target of OpenSLO can say.
   */
  public static final List<String> ANNOTATIONS =
      List.of("severity", "on_no_data", "strict", "abort", "for", "stage", "target", "slices");

  private OpenSloWords() {}
}
