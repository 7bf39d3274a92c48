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
}
