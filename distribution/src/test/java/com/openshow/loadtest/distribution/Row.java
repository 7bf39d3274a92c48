package com.openshow.loadtest.distribution;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * What the tests look at in a line of a results file.
 *
 * @param start when the request began, in milliseconds of the wall clock
 * @param elapsed how long it took, in milliseconds
 * @param lag how late it began, in milliseconds
 */
record Row(
    long start, long elapsed, String label, String code, String thread, boolean ok, long lag) {
  static List<Row> read(Path results) throws IOException {
    List<Row> rows = new ArrayList<>();
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).build();
    try (CSVParser lines = CSVParser.parse(results, StandardCharsets.UTF_8, format)) {
      for (CSVRecord line : lines) {
        rows.add(
            new Row(
                Long.parseLong(line.get("timeStamp")),
                Long.parseLong(line.get("elapsed")),
                line.get("label"),
                line.get("responseCode"),
                line.get("threadName"),
                Boolean.parseBoolean(line.get("success")),
                Long.parseLong(line.get("IdleTime"))));
      }
    }
    return rows;
  }

  /** When it was due, in milliseconds of the wall clock. */
  long due() {
    return start - lag;
  }

  /** Whether it belongs to a scenario; those that prepare a virtual user count too. */
  boolean isOf(String scenario) {
    return thread.startsWith(scenario + " ") || thread.contains("-" + scenario + " ");
  }

  /** Whether it only prepares a virtual user. */
  boolean isSetup() {
    return label.startsWith("setup: ");
  }
}
