package com.openshow.loadtest.report.html;

import java.util.Objects;

/**
 * Failed requests of one kind.
 *
 * @param scenario the name of the thread group
 * @param label the samples' label
 * @param responseCode the response code, or what JMeter puts in its place; may be empty
 * @param firstMessage what the first of them said
 * @param count how many there were, at least 1
 */
public record ErrorSample(
    String scenario, String label, String responseCode, String firstMessage, long count) {
  public ErrorSample {
    Objects.requireNonNull(scenario, "scenario");
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(responseCode, "responseCode");
    Objects.requireNonNull(firstMessage, "firstMessage");
    if (!(count >= 1)) {
      throw new IllegalArgumentException("count must be at least 1, but was " + count);
    }
  }

  /** The same failures, as those of another scenario. */
  public ErrorSample of(String other) {
    return new ErrorSample(other, label, responseCode, firstMessage, count);
  }

  /** These failures and more of their kind. */
  public ErrorSample plus(ErrorSample more) {
    return new ErrorSample(scenario, label, responseCode, firstMessage, count + more.count);
  }
}
