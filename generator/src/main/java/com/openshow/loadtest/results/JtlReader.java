package com.openshow.loadtest.results;

import com.openshow.loadtest.hlog.LogReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipException;

/**
 * Reads results files: JMeter's, as separated values or XML, and our histogram logs; packed with
 * gzip or not.
 */
public final class JtlReader {
  private JtlReader() {}

  /**
   * Adds the file's samples to the sink, one by one: memory does not grow with the file. When it
   * throws, some samples may have been added.
   *
   * @return what a person should know, such as a last line that was cut off
   * @throws JtlException when the file is no results file, or lacks what a verdict needs
   * @throws IOException when it cannot be read
   */
  public static List<String> read(Path file, JtlOptions options, SampleSink sink, Progress progress)
      throws IOException, JtlException {
    sink.nextFile();
    Findings findings = new Findings(file);
    try (Content content = Content.open(file, progress)) {
      String head = content.head().stripLeading();
      if (head.isEmpty() || (content.isCutOff() && !head.contains("\n"))) {
        findings.note("the file is empty: no sample in it");
      } else if (LogReader.isLog(head)) {
        HistogramLog.read(content, sink, findings);
      } else if (head.startsWith("<")) {
        JtlXml.read(content, options, sink, findings);
      } else {
        JtlCsv.read(content, options, sink, findings);
      }
      if (content.isCutOff()) {
        findings.note("the packed file was cut off: what was packed last is not counted");
      }
    } catch (ZipException e) {
      throw new JtlException(file + ": damaged gzip data: " + e.getMessage() + "; copy it again");
    }
    return findings.end();
  }

  /**
   * Whether a file found in a folder can be meant: all but XML of another kind, such as JUnit's.
   */
  public static boolean isResults(Path file) throws IOException {
    try (Content content = Content.open(file, bytes -> {})) {
      String head = content.head().stripLeading();
      return !head.startsWith("<") || head.contains("<testResults");
    } catch (ZipException e) {
      // Damaged results are results: reading them says what is wrong.
      return true;
    }
  }
}
