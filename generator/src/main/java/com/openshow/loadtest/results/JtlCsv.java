package com.openshow.loadtest.results;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Results as comma-separated values, JMeter's default. */
final class JtlCsv {
  private static final List<String> NEEDED =
      List.of("timeStamp", "elapsed", "label", "responseCode", "threadName", "success");
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).build();

  private JtlCsv() {}

  static List<String> read(Path file, InputStream content, SampleSink sink)
      throws IOException, JtlException {
    try (CSVParser records = FORMAT.parse(new InputStreamReader(content, StandardCharsets.UTF_8))) {
      List<String> missing = new ArrayList<>(NEEDED);
      missing.removeAll(records.getHeaderNames());
      if (!missing.isEmpty()) {
        throw new JtlException(
            file
                + ":1: the columns "
                + String.join(", ", missing)
                + " are missing; expected a header line with "
                + String.join(", ", NEEDED)
                + " (JMeter: jmeter.save.saveservice.print_field_names=true)");
      }
      return samples(file, records, sink);
    } catch (IllegalArgumentException e) {
      throw new JtlException(file + ":1: no header line of a results file: " + e.getMessage());
    }
  }

  private static List<String> samples(Path file, CSVParser records, SampleSink sink)
      throws JtlException {
    Iterator<CSVRecord> rows = records.iterator();
    try {
      while (rows.hasNext()) {
        CSVRecord row = rows.next();
        String problem = add(row, sink);
        // A run that was killed leaves half a line at its end, and only there.
        if (!problem.isEmpty() && rows.hasNext()) {
          throw new JtlException(file + ":" + records.getCurrentLineNumber() + ": " + problem);
        }
        if (!problem.isEmpty()) {
          return List.of(file + ": the last line was cut off and is not counted (" + problem + ")");
        }
      }
      return List.of();
    } catch (UncheckedIOException e) {
      return List.of(file + ": the end was cut off and is not counted (" + e.getMessage() + ")");
    }
  }

  /** What is wrong with the row; empty when it was added. */
  private static String add(CSVRecord row, SampleSink sink) {
    if (!row.isConsistent()) {
      return "expected "
          + row.getParser().getHeaderNames().size()
          + " fields, but found "
          + row.size();
    }
    String success = row.get("success");
    if (!success.equals("true") && !success.equals("false")) {
      return "success must be true or false, but was \"" + success + "\"";
    }
    try {
      sink.add(
          Long.parseLong(row.get("timeStamp")),
          Long.parseLong(row.get("elapsed")),
          lagMillis(row),
          row.get("label"),
          row.get("threadName"),
          success.equals("true"));
      return "";
    } catch (NumberFormatException e) {
      return "timeStamp and elapsed must be milliseconds: " + e.getMessage();
    }
  }

  /** The lag behind a schedule, which stands as idle time; that of a transaction is its pauses. */
  private static long lagMillis(CSVRecord row) {
    boolean transaction =
        row.isMapped("responseMessage") && SampleSink.isTransaction(row.get("responseMessage"));
    return row.isMapped("IdleTime") && !transaction ? Long.parseLong(row.get("IdleTime")) : 0;
  }
}
