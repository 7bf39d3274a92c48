package com.openshow.loadtest.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What is known about results files that they do not say themselves.
 *
 * @param columns the names of the columns of a CSV without a header line, in their order; empty:
 *     what JMeter saves by default
 * @param labels the labels that objectives speak of; of others only so many are kept apart
 * @param scheduled whether requests had due times, so that idle time matters
 * @param extras what is read besides what every verdict needs
 */
public record JtlOptions(
    List<String> columns, Set<String> labels, boolean scheduled, Set<Extra> extras) {
  public JtlOptions {
    columns = List.copyOf(columns);
    labels = Set.copyOf(labels);
    extras = Set.copyOf(extras);
    List<String> missing = new ArrayList<>(Column.NEEDED.stream().map(Column::title).toList());
    missing.removeAll(columns);
    if (!columns.isEmpty() && !missing.isEmpty()) {
      throw new IllegalArgumentException(
          "columns must have "
              + String.join(", ", missing)
              + " too, but were "
              + String.join(",", columns));
    }
    if (Set.copyOf(columns).size() < columns.size()) {
      throw new IllegalArgumentException(
          "columns must differ, but were " + String.join(",", columns));
    }
  }

  /** Columns by name, or as JMeter saves them by default; nothing else is known. */
  public static JtlOptions of(String... columns) {
    return new JtlOptions(List.of(columns), Set.of(), false, Set.of());
  }

  /** Whether somebody looks at this column; others are passed over. */
  boolean reads(Column column) {
    return column.isAlwaysRead()
        || extras.stream().anyMatch(extra -> extra.columns().contains(column));
  }

  /** The columns without which some objectives cannot be judged. */
  List<Column> lookedAt() {
    return extras.stream()
        .filter(extra -> extra != Extra.FAILURES)
        .flatMap(extra -> extra.columns().stream())
        .sorted()
        .toList();
  }
}
