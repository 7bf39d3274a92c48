package com.openshow.loadtest.metrics;

/** What is promised of a backend's metrics. */
public sealed interface Claim permits ValueClaim, StatesClaim {
  /** What is looked at, such as {@code avg} or {@code states}. */
  String kind();

  /** What is promised, for a person, such as {@code avg <= 70 %}. */
  String promise();

  /** The expression of PromQL, or the selector, that is asked for. */
  String query();
}
