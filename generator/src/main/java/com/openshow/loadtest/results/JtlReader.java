package com.openshow.loadtest.results;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads JMeter's results files: CSV with a header line, or XML. */
public final class JtlReader {
  private JtlReader() {}

  /**
   * Adds the file's samples to the sink, one by one: memory does not grow with the file.
   *
   * @return what a person should know, such as a last line that was cut off
   * @throws JtlException when the file is no results file, or lacks what a verdict needs
   * @throws IOException when it cannot be read
   */
  public static List<String> read(Path file, SampleSink sink) throws IOException, JtlException {
    sink.nextFile();
    try (InputStream content = new BufferedInputStream(Files.newInputStream(file))) {
      content.mark(1);
      int first = content.read();
      content.reset();
      if (first < 0) {
        return List.of(file + ": the file is empty: no sample in it");
      }
      return first == '<' ? JtlXml.read(file, content, sink) : JtlCsv.read(file, content, sink);
    }
  }
}
