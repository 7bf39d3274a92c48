package com.openshow.loadtest.feed;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a whole file has been found to hold: rows that all have a field for each column.
 *
 * @param columns the names of the columns
 * @param rows how many rows there are below the header, at least 1
 */
public record FeedContent(List<String> columns, long rows) {
  /** The greatest field, in characters; a longer one is a quote that nobody closed. */
  static final int MAX_FIELD_CHARS = 1 << 20;

  private static final int MOST_TOLD = 20;
  private static final Pattern PLACE = Pattern.compile("record starting at line (\\d{1,18})");
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  public FeedContent {
    columns = List.copyOf(columns);
  }

  /**
   * Reads a file from its beginning to its end.
   *
   * @throws FeedException when it cannot be a feed, with all its problems
   * @throws IOException when it cannot be read
   */
  public static FeedContent check(InputStream file, FeedFormat format)
      throws FeedException, IOException {
    return new Check(format).read(file);
  }

  /** One reading of a file. */
  private static final class Check {
    private final FeedFormat format;
    private final List<FeedProblem> problems = new ArrayList<>();
    private List<String> columns;
    private boolean isHeaderDue;
    private long line = 1;
    private long rows;
    private long untold;

    Check(FeedFormat format) {
      this.format = format;
      this.columns = format.columns();
      this.isHeaderDue = format.hasHeader();
    }

    FeedContent read(InputStream file) throws FeedException, IOException {
      try (CsvReader<CsvRecord> records =
          CsvReader.builder()
              .fieldSeparator(format.delimiter())
              .skipEmptyLines(false)
              .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
              .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
              .allowUnclosedQuote(false)
              .maxBufferSize(MAX_FIELD_CHARS)
              .ofCsvRecord(
                  new InputStreamReader(
                      withoutMark(file),
                      StandardCharsets.UTF_8
                          .newDecoder()
                          .onMalformedInput(CodingErrorAction.REPORT)
                          .onUnmappableCharacter(CodingErrorAction.REPORT)))) {
        readAll(records.iterator());
      }
      if (untold > 0) {
        problems.add(new FeedProblem(line, untold + " more rows up to here are wrong"));
      }
      if (rows == 0 && problems.isEmpty()) {
        problems.add(
            new FeedProblem(
                line,
                isHeaderDue
                    ? "the file is empty; expected a line with the names of the columns, and rows"
                        + " below it"
                    : "there is no row; expected at least one"
                        + (format.hasHeader() ? " below the names of the columns" : "")));
      }
      if (!problems.isEmpty()) {
        throw new FeedException(problems);
      }
      return new FeedContent(columns, rows);
    }

    private void readAll(Iterator<CsvRecord> records) throws IOException {
      try {
        while (records.hasNext()) {
          CsvRecord found = records.next();
          line = found.getStartingLineNumber();
          if (isHeaderDue) {
            isHeaderDue = false;
            readHeader(found);
          } else {
            readRow(found);
          }
        }
      } catch (CsvParseException e) {
        if (e.getCause() instanceof CharacterCodingException) {
          problems.add(new FeedProblem(line, "here or soon behind is what is no UTF-8 text"));
        } else {
          Matcher place = PLACE.matcher(String.valueOf(e.getMessage()));
          line = place.find() ? Long.parseLong(place.group(1)) : line;
          problems.add(new FeedProblem(line, "from here on no row can be read: " + reason(e)));
        }
      } catch (UncheckedIOException e) {
        if (!(e.getCause() instanceof CharacterCodingException)) {
          throw e.getCause();
        }
        problems.add(new FeedProblem(line, "here or soon behind is what is no UTF-8 text"));
      }
    }

    private void readHeader(CsvRecord header) {
      columns = header.getFields().stream().map(String::strip).toList();
      if (!format.columns().isEmpty()) {
        if (!columns.equals(format.columns())) {
          problems.add(
              new FeedProblem(
                  line,
                  "the line must have the names of the columns, "
                      + String.join(", ", format.columns())
                      + ", and has others"));
        }
        columns = format.columns();
        return;
      }
      if (isEmptyLine(header)) {
        columns = List.of();
        problems.add(new FeedProblem(line, "the line is empty; expected the names of the columns"));
        return;
      }
      Set<String> seen = new HashSet<>();
      for (int i = 0; i < columns.size(); i++) {
        String name = columns.get(i);
        if (!FeedFormat.isColumn(name)) {
          problems.add(
              new FeedProblem(
                  line,
                  "column "
                      + (i + 1)
                      + " must be named like a variable ("
                      + FeedFormat.COLUMN_RULE
                      + "), but "
                      + (name.isEmpty() ? "has no name" : "is not")));
        } else if (!seen.add(name)) {
          problems.add(new FeedProblem(line, "a second column is named \"" + name + "\""));
        }
      }
    }

    private void readRow(CsvRecord row) {
      rows++;
      boolean isEmpty = isEmptyLine(row);
      // Without names of columns nobody knows how many fields are right.
      if (columns.isEmpty() || (row.getFieldCount() == columns.size() && !isEmpty)) {
        return;
      }
      if (problems.size() >= MOST_TOLD) {
        untold++;
        return;
      }
      problems.add(
          new FeedProblem(
              line,
              isEmpty
                  ? "the line is empty; remove it"
                  : "must have "
                      + fields(columns.size())
                      + " ("
                      + String.join(", ", columns)
                      + "), but has "
                      + row.getFieldCount()));
    }

    /** Also in a file of one column, where most often it is the last line. */
    private static boolean isEmptyLine(CsvRecord row) {
      return row.getFieldCount() == 0 || (row.getFieldCount() == 1 && row.getField(0).isEmpty());
    }

    private static String fields(int count) {
      return count == 1 ? "1 field" : count + " fields";
    }
  }

  private static String reason(CsvParseException e) {
    String message = String.valueOf(e.getMessage());
    if (message.startsWith("Unclosed quoted field")) {
      return "a quote is never closed";
    }
    // The library shows the character that it did not expect, which may be one of a password.
    return message.startsWith("Unexpected character after closing quote")
        ? "behind a closing quote must come the next field; a quote inside a field is written \"\""
        : "a field has more than " + MAX_FIELD_CHARS + " characters, or a quote is never closed";
  }

  private static InputStream withoutMark(InputStream file) throws IOException {
    PushbackInputStream input = new PushbackInputStream(file, BYTE_ORDER_MARK.length);
    byte[] start = input.readNBytes(BYTE_ORDER_MARK.length);
    if (!Arrays.equals(start, BYTE_ORDER_MARK)) {
      input.unread(start);
    }
    return input;
  }
}
