package com.openshow.loadtest.metrics.promql;

import com.openshow.loadtest.metrics.Series;
import com.openshow.loadtest.metrics.series.LabelMatcher;
import com.openshow.loadtest.metrics.series.Labels;
import java.util.List;

/**
 * Which series are meant.
 *
 * @param matchers all of which must hold; at least one that an empty value does not meet
 * @param offsetMillis how much earlier than now is meant
 */
public record Selector(List<LabelMatcher> matchers, long offsetMillis) {
  public Selector {
    matchers = List.copyOf(matchers);
  }

  /** Whether it selects series with such labels. */
  public boolean matches(Labels labels) {
    return matchers.stream().allMatch(matcher -> matcher.matches(labels));
  }

  /** The labels that everything it selects has for certain: as {@code absent} tells them. */
  Labels certain() {
    Labels labels = Labels.NONE;
    for (LabelMatcher matcher : matchers) {
      if (matcher.how() == LabelMatcher.How.EQUAL && isOnlyOne(matcher.name())) {
        labels = labels.with(matcher.name(), matcher.value());
      }
    }
    return labels;
  }

  private boolean isOnlyOne(String name) {
    return !name.equals(Series.NAME)
        && matchers.stream().filter(matcher -> matcher.name().equals(name)).count() == 1;
  }
}
