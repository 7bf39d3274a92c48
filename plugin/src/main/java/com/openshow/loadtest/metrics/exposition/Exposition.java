package com.openshow.loadtest.metrics.exposition;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads what a server says at {@code /metrics}: the Prometheus text format 0.0.4 and OpenMetrics
 * 1.0.0. A text is read as a whole or not at all, as Prometheus does it. Comments, and with them
 * the types of metrics, are passed over: no query asks for them. Exemplars are checked and passed
 * over.
 */
public final class Exposition {
  /** The value of the header {@code Accept}: both formats, OpenMetrics preferred. */
  public static final String ACCEPT =
      "application/openmetrics-text;version=1.0.0,text/plain;version=0.0.4;q=0.5,*/*;q=0.1";

  private static final String OPEN_METRICS = "application/openmetrics-text";
  private static final String END = "# EOF";

  private Exposition() {}

  /**
   * The samples, in the order of the text.
   *
   * @param contentType of the answer: what is not OpenMetrics is Prometheus's text format
   * @throws MalformedExpositionException when it is not in that format
   */
  public static List<ExposedSample> parse(byte[] text, String contentType)
      throws MalformedExpositionException {
    String whole = decode(text);
    return contentType.toLowerCase(Locale.ROOT).startsWith(OPEN_METRICS)
        ? openMetrics(whole)
        : prometheus(whole);
  }

  private static String decode(byte[] text) throws MalformedExpositionException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text)).toString();
    } catch (CharacterCodingException e) {
      MalformedExpositionException problem =
          new MalformedExpositionException(1, "this or a later one is not UTF-8");
      problem.initCause(e);
      throw problem;
    }
  }

  private static List<ExposedSample> prometheus(String text) throws MalformedExpositionException {
    List<ExposedSample> samples = new ArrayList<>();
    Lines lines = new Lines(text);
    while (lines.next()) {
      SampleLine line = lines.line();
      line.skipBlanks();
      if (!line.isAtEnd() && !line.isAt('#')) {
        samples.add(line.sample(SampleLine.Dialect.PROMETHEUS));
      }
    }
    return samples;
  }

  private static List<ExposedSample> openMetrics(String text) throws MalformedExpositionException {
    List<ExposedSample> samples = new ArrayList<>();
    Lines lines = new Lines(text);
    while (lines.next()) {
      SampleLine line = lines.line();
      if (line.is(END)) {
        if (lines.next()) {
          throw lines.line().problem("nothing may follow " + END);
        }
        return samples;
      }
      if (!line.isAt('#')) {
        samples.add(line.sample(SampleLine.Dialect.OPEN_METRICS));
      }
    }
    throw new MalformedExpositionException(
        lines.number(), "the text was cut off: it does not end with " + END);
  }
}
