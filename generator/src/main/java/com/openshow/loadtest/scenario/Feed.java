package com.openshow.loadtest.scenario;

import com.openshow.loadtest.feed.FeedFormat;
import com.openshow.loadtest.feed.FeedMode;
import java.util.List;
import java.util.Objects;

/**
 * Rows of a CSV file, whose columns are variables of a virtual user.
 *
 * @param file relative to the scenario file's folder
 * @param format what the file's lines look like
 * @param columns the variables, in the file's order; at least one
 * @param mode in which order rows are taken
 * @param perUser whether a virtual user keeps its first row; else it has a new one at each
 *     iteration
 */
public record Feed(
    String file, FeedFormat format, List<String> columns, FeedMode mode, boolean perUser) {
  public Feed {
    Objects.requireNonNull(format, "format");
    Objects.requireNonNull(mode, "mode");
    columns = List.copyOf(columns);
    Require.that(!columns.isEmpty(), "columns must not be empty", columns);
  }

  /** The property that names another file. */
  public String property() {
    return "feed." + PropertyName.of(file);
  }
}
