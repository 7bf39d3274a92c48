package com.openshow.loadtest.slo.measure;

import java.util.Objects;

/**
 * What was counted under one key so far.
 *
 * @param statistics the times
 * @param responses the answers
 */
public record Totals(LabelStatistics statistics, Responses responses) {
  public Totals {
    Objects.requireNonNull(statistics, "statistics");
    Objects.requireNonNull(responses, "responses");
  }
}
