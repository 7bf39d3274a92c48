package com.openshow.loadtest.results;

import com.openshow.loadtest.slo.measure.Details;
import com.openshow.loadtest.slo.measure.RunRecorder;
import com.openshow.loadtest.slo.measure.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;

/** Random samples in every form in which JMeter writes them. */
final class SampleForms {
  private static final List<String> LABELS =
      List.of(
          "GET /a", "say \"hi\"", "a,b;c\td|e", "two\nlines", "näm€ 𝕏", "<&'>", "\"", "x\r\ny");
  private static final List<String> THREADS = List.of("S_01 1-1", "S_02 3-14", "h-S_01 1-2");
  private static final List<String> HEADER =
      List.of(
          "timeStamp",
          "elapsed",
          "label",
          "responseCode",
          "responseMessage",
          "threadName",
          "success",
          "failureMessage",
          "bytes",
          "sentBytes",
          "Latency",
          "IdleTime",
          "Connect");

  private final List<Row> rows = new ArrayList<>();

  private record Row(
      long start,
      int elapsed,
      int idle,
      String label,
      String thread,
      boolean ok,
      Details details,
      String code,
      String failure) {}

  /** So many samples within 100 s. */
  SampleForms(Random random, int count) {
    for (int i = 0; i < count; i++) {
      int elapsed = (int) Math.exp(random.nextDouble() * 12);
      boolean ok = random.nextInt(5) > 0;
      rows.add(
          new Row(
              1_700_000_000_000L + random.nextInt(100_000),
              elapsed,
              random.nextInt(4) == 0 ? random.nextInt(5000) : 0,
              LABELS.get(random.nextInt(LABELS.size())),
              THREADS.get(random.nextInt(THREADS.size())),
              ok,
              new Details(
                  random.nextInt(3) == 0 ? random.nextInt(900) : 0,
                  random.nextInt(elapsed + 1),
                  random.nextInt(100_000),
                  random.nextInt(2_000)),
              ok ? "200" : "50" + random.nextInt(3),
              !ok && random.nextBoolean() ? "no, \"not\" <that>\nat all" : ""));
    }
  }

  /** As the plugin records them while a test runs. */
  void recordLive(RunRecorder recorder) {
    for (Row row : rows) {
      recorder.record(
          new Sample(
              row.thread.contains("S_01") ? "S_01" : "S_02",
              row.label,
              row.thread,
              row.start,
              row.elapsed,
              row.idle,
              !row.ok,
              false,
              row.details));
    }
  }

  String csv(String separator, String end) {
    StringBuilder text = new StringBuilder();
    line(text, separator, end, HEADER);
    for (Row row : rows) {
      line(
          text,
          separator,
          end,
          List.of(
              "" + row.start,
              "" + row.elapsed,
              row.label,
              row.code,
              "said " + row.code,
              row.thread,
              "" + row.ok,
              row.failure,
              "" + row.details.receivedBytes(),
              "" + row.details.sentBytes(),
              "" + row.details.firstByteMillis(),
              "" + row.idle,
              "" + row.details.connectMillis()));
    }
    return text.toString();
  }

  /** As JMeter's CSVSaveService quotes: what has a separator, a quote or a line break in it. */
  private static void line(StringBuilder text, String separator, String end, List<String> fields) {
    for (int i = 0; i < fields.size(); i++) {
      String field = fields.get(i);
      boolean quote = field.matches("(?s).*[\"\r\n" + Pattern.quote(separator) + "].*");
      text.append(i == 0 ? "" : separator)
          .append(quote ? '"' + field.replace("\"", "\"\"") + '"' : field);
    }
    text.append(end);
  }

  String xml() {
    StringBuilder text = new StringBuilder("<testResults version=\"1.2\">\n");
    for (Row row : rows) {
      text.append(
          String.format(
              Locale.ROOT,
              "<sample t=\"%d\" it=\"%d\" lt=\"%d\" ct=\"%d\" ts=\"%d\" s=\"%s\" lb=\"%s\" rc=\"%s\""
                  + " rm=\"said %s\" tn=\"%s\" by=\"%d\" sby=\"%d\">%n%s</sample>%n",
              row.elapsed,
              row.idle,
              row.details.firstByteMillis(),
              row.details.connectMillis(),
              row.start,
              row.ok,
              escape(row.label),
              row.code,
              row.code,
              row.thread,
              row.details.receivedBytes(),
              row.details.sentBytes(),
              row.failure.isEmpty() ? "" : assertion(row.failure)));
    }
    return text.append("</testResults>\n").toString();
  }

  private static String assertion(String message) {
    return "<assertionResult><name>holds</name><failure>false</failure><error>false</error>"
        + "</assertionResult>\n<assertionResult><name>code</name><failure>true</failure>"
        + "<error>false</error><failureMessage>"
        + escape(message)
        + "</failureMessage></assertionResult>\n";
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace("\"", "&quot;")
        .replace("\n", "&#10;")
        .replace("\r", "&#13;")
        .replace("\t", "&#9;");
  }
}
