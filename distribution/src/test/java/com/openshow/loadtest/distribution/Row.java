package com.openshow.loadtest.distribution;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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
    try (CsvReader<NamedCsvRecord> lines = CsvReader.builder().ofNamedCsvRecord(results)) {
      for (NamedCsvRecord line : lines) {
        rows.add(
            new Row(
                Long.parseLong(line.getField("timeStamp")),
                Long.parseLong(line.getField("elapsed")),
                line.getField("label"),
                line.getField("responseCode"),
                line.getField("threadName"),
                Boolean.parseBoolean(line.getField("success")),
                Long.parseLong(line.getField("IdleTime"))));
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
