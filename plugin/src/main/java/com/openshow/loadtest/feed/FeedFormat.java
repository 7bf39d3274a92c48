package com.openshow.loadtest.feed;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the lines of a feed's file look like: UTF-8, fields in double quotes where they need them
 * (RFC 4180).
 *
 * @param delimiter what stands between two fields: one of {@link #DELIMITERS}
 * @param hasHeader whether the first line has the names of the columns
 * @param columns the names of the columns, each a variable's; empty: as the header says
 */
public record FeedFormat(char delimiter, boolean hasHeader, List<String> columns) {
  /** What may stand between two fields. */
  public static final String DELIMITERS = ",;|\t";

  /** What the name of a column may look like, for messages. */
  public static final String COLUMN_RULE =
      "1 to 50 letters, digits or '_', beginning with a letter";

  private static final Pattern COLUMN = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,49}");

  public FeedFormat {
    columns = List.copyOf(columns);
    if (DELIMITERS.indexOf(delimiter) < 0) {
      throw new IllegalArgumentException(
          "the delimiter must be a comma, a semicolon, a bar or a tab, but was \""
              + delimiter
              + "\"");
    }
    if (!hasHeader && columns.isEmpty()) {
      throw new IllegalArgumentException("the columns must be named where the file has no header");
    }
    Set<String> names = new HashSet<>();
    for (String column : columns) {
      if (!isColumn(column) || !names.add(column)) {
        throw new IllegalArgumentException(
            "the columns must have different names of "
                + COLUMN_RULE
                + ", but were "
                + String.join(", ", columns));
      }
    }
  }

  /** Whether a column may have this name. */
  public static boolean isColumn(String name) {
    return COLUMN.matcher(name).matches();
  }
}
