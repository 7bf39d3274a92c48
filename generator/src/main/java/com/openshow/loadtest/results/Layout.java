package com.openshow.loadtest.results;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How the rows of a CSV file are to be read.
 *
 * @param separator what stands between two fields
 * @param header whether the first line names the columns
 * @param columns the names of the columns, in their order; fields beyond them are variables
 * @param width how many fields each row has
 */
record Layout(char separator, boolean header, List<String> columns, int width) {
  private static final String USUAL_SEPARATORS = ",\t;|";
  // Fewer could be the text of a sample.
  private static final int NAMES_OF_A_HEADER = 2;

  Layout {
    columns = List.copyOf(columns);
  }

  /**
   * Finds out how a file is laid out.
   *
   * @param head its beginning, with at least one line that is not empty
   * @throws IllegalArgumentException with what is missing and what to do
   */
  static Layout of(String head, JtlOptions options) {
    Set<Character> separators = separators(head);
    Layout best = new Layout(',', true, List.of(), 0);
    for (char separator : separators) {
      List<String> fields = first(head, separator);
      if (names(fields) > names(best.columns)) {
        best = new Layout(separator, true, fields, fields.size());
      }
    }
    if (names(best.columns) >= NAMES_OF_A_HEADER) {
      return best.checked();
    }
    List<String> columns =
        options.columns().isEmpty()
            ? Column.DEFAULT.stream().map(Column::title).toList()
            : options.columns();
    for (char separator : separators) {
      List<String> fields = first(head, separator);
      boolean wide = options.columns().isEmpty() && fields.size() > columns.size();
      if ((wide || fields.size() == columns.size()) && fit(columns, fields)) {
        return new Layout(separator, false, columns, fields.size());
      }
    }
    throw new IllegalArgumentException(noHeader(head, options));
  }

  private static String noHeader(String head, JtlOptions options) {
    int most =
        USUAL_SEPARATORS
            .chars()
            .map(separator -> first(head, (char) separator).size())
            .max()
            .orElse(0);
    return "no header line, and the "
        + most
        + " fields of the first row are not "
        + (options.columns().isEmpty()
            ? "the " + Column.DEFAULT.size() + " columns that JMeter saves by default"
            : "the columns " + String.join(",", options.columns()) + " of --columns")
        + "; name the file's columns in their order, such as --columns "
        + "timeStamp,elapsed,label,responseCode,threadName,success, or record with"
        + " jmeter.save.saveservice.print_field_names=true";
  }

  private Layout checked() {
    List<Column> missing =
        Column.NEEDED.stream().filter(column -> !columns.contains(column.title())).toList();
    if (missing.isEmpty()) {
      return this;
    }
    throw new IllegalArgumentException(
        (missing.size() == 1 ? "the column " : "the columns ")
            + String.join(", ", missing.stream().map(Column::title).toList())
            + (missing.size() == 1 ? " is" : " are")
            + " missing among "
            + String.join(", ", columns)
            + "; record with "
            + String.join(", ", missing.stream().map(Column::setting).toList()));
  }

  private static long names(List<String> fields) {
    return fields.stream().filter(field -> Column.titled(field).isPresent()).count();
  }

  /**
   * The usual ones first; JMeter takes any character (jmeter.save.saveservice.default_delimiter).
   */
  private static Set<Character> separators(String head) {
    Set<Character> separators = new LinkedHashSet<>();
    USUAL_SEPARATORS.chars().forEach(c -> separators.add((char) c));
    head.stripLeading()
        .lines()
        .findFirst()
        .orElse("")
        .chars()
        .filter(c -> !Character.isLetterOrDigit(c) && c != '"' && c != ' ')
        .forEach(c -> separators.add((char) c));
    return separators;
  }

  private static List<String> first(String head, char separator) {
    try {
      Iterator<CsvRecord> records =
          CsvReader.builder().fieldSeparator(separator).ofCsvRecord(head).iterator();
      return records.hasNext() ? records.next().getFields() : List.of();
    } catch (CsvParseException e) {
      // Quotes in places where they only are when this is not the separator.
      return List.of();
    }
  }

  private static boolean fit(List<String> columns, List<String> fields) {
    for (int i = 0; i < columns.size(); i++) {
      String field = fields.get(i);
      boolean fits =
          switch (Column.titled(columns.get(i)).map(Column::kind).orElse(Column.Kind.TEXT)) {
            case TEXT -> true;
            case TRUTH -> field.equals("true") || field.equals("false");
            case MILLIS, COUNT -> field.matches("-?\\d{1,18}");
            case TIME -> field.matches("[-\\d/:. ]{6,}");
          };
      if (!fits) {
        return false;
      }
    }
    return true;
  }
}
