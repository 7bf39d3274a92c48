package com.openshow.loadtest.metrics.preset;

/**
 * A query with gaps: {@code $match} stands for label matchers, at the end of the braces, and {@code
 * $over} for the time over which a rate is taken.
 *
 * @param text the query
 */
public record Template(String text) {
  /** The query for some targets. */
  public String fill(PresetParameters parameters) {
    String matchers = parameters.matchers();
    String query =
        matchers.isEmpty()
            ? text.replace(",$match", "").replace("{$match}", "")
            : text.replace("$match", matchers);
    return query.replace("$over", parameters.overText());
  }

  /** Whether it takes a rate. */
  public boolean hasRate() {
    return text.contains("$over");
  }
}
