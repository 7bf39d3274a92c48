package com.openshow.loadtest.metrics.exposition;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openshow.loadtest.metrics.series.Labels;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ExpositionTest {
  private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";
  private static final String OPEN_METRICS =
      "application/openmetrics-text; version=1.0.0; charset=utf-8";
  private static final long SEED = 11;

  private static List<ExposedSample> parse(String text, String type)
      throws MalformedExpositionException {
    return Exposition.parse(text.getBytes(UTF_8), type);
  }

  @Test
  void theTextFormatIsReadWithItsLiberties() throws Exception {
    List<ExposedSample> samples =
        parse(
            """
            # HELP http_requests_total Requests. "quoted" \\n
            # TYPE http_requests_total counter
            http_requests_total{method="post",code="200",} 1027 1395066363000
              http_requests_total { method = "a\\"b\\\\c\\nd\\x" , empty="" }\t3e2
            # a comment

            inf{le="+Inf"} +Inf
            nan NaN
            minus -Inf
            colon:name .5""",
            TEXT);
    assertThat(samples)
        .extracting(sample -> sample.labels() + " " + sample.value() + " " + time(sample))
        .containsExactly(
            "http_requests_total{code=\"200\",method=\"post\"} 1027.0 1395066363000",
            "http_requests_total{method=\"a\\\"b\\\\c\\nd\\\\x\"} 300.0 ",
            "inf{le=\"+Inf\"} Infinity ",
            "nan{} NaN ",
            "minus{} -Infinity ",
            "colon:name{} 0.5 ");
  }

  private static String time(ExposedSample sample) {
    OptionalLong millis = sample.millis();
    return millis.isPresent() ? String.valueOf(millis.getAsLong()) : "";
  }

  @Test
  void openMetricsIsReadWithTimesInSecondsAndExemplars() throws Exception {
    List<ExposedSample> samples =
        parse(
            """
            # TYPE foo histogram
            foo_bucket{le="0.1"} 8 # {} 0.054
            foo_bucket{le="1.0"} 11 123.4567 # {trace_id="KOO5S4vxi0o"} 0.67 1520879607.789
            foo_created 1520430000.123 1520430000.123
            # EOF
            """,
            OPEN_METRICS);
    assertThat(samples).extracting(ExposedSample::value).containsExactly(8.0, 11.0, 1520430000.123);
    assertThat(samples)
        .extracting(ExposedSample::millis)
        .containsExactly(
            OptionalLong.empty(), OptionalLong.of(123_456), OptionalLong.of(1_520_430_000_123L));
  }

  @Test
  void openMetricsThatWasCutOffIsRefused() {
    refused("a 1\nb 2\n", OPEN_METRICS, "line 2: the text was cut off: it does not end with # EOF");
    refused("a 1\n# EOF\nb 2\n", OPEN_METRICS, "line 3: column 1: nothing may follow # EOF");
  }

  @Test
  void aTextThatIsNoneIsRefusedWithItsPlace() {
    refused(
        "<html>", TEXT, "line 1: column 1: expected the name of a metric, but found \"<html>\"");
    refused("a 1\nb", TEXT, "line 2: column 2: expected a value, but the line ends");
    refused("a one", TEXT, "line 1: column 6: \"one\" is no value: expected a number");
    refused("a 0x1p3", TEXT, "line 1: column 8: \"0x1p3\" is no value: expected a number");
    refused("a 1e999", TEXT, "line 1: column 8: \"1e999\" is no value: expected a number");
    refused(
        "a 1 1.5",
        TEXT,
        "line 1: column 8: \"1.5\" is no time: expected whole milliseconds since 1970");
    refused(
        "a{b=\"1\" c=\"2\"} 1",
        TEXT,
        "line 1: column 9: expected , or }, but found \"c=\"2\"} 1\"");
    refused("a{b=\"1\",b=\"2\"} 1", TEXT, "line 1: column 14: the label b stands there twice");
    refused(
        "a{b=\"1} 1",
        TEXT,
        "line 1: column 10: expected \" at the end of a label's value, but the line ends");
    refused("a 1 2 3", TEXT, "line 1: column 7: expected the end of the line, but found \"3\"");
  }

  private static void refused(String text, String type, String message) {
    assertThatThrownBy(() -> parse(text, type))
        .isInstanceOf(MalformedExpositionException.class)
        .hasMessage(message);
  }

  @Test
  void whatIsNotUtf8IsRefused() {
    assertThatThrownBy(() -> Exposition.parse(new byte[] {'a', ' ', (byte) 0xff}, TEXT))
        .isInstanceOf(MalformedExpositionException.class)
        .hasMessageContaining("not UTF-8");
  }

  @Test
  void whateverComesIsReadOrRefusedAndNothingElse() {
    Random random = new Random(SEED);
    String seed = "a{b=\"c\\n\",le=\"+Inf\"} 1.5e3 12 # {x=\"y\"} 1\n# TYPE a counter\n# EOF\n";
    String signs = "{}=\",\\ \n\t#ae1.+-NI\u00e9";
    for (int i = 0; i < 50_000; i++) {
      StringBuilder text = new StringBuilder(seed);
      for (int damage = 0; damage < 1 + random.nextInt(6); damage++) {
        text.setCharAt(random.nextInt(text.length()), signs.charAt(random.nextInt(signs.length())));
      }
      try {
        List<ExposedSample> samples =
            parse(text.toString(), random.nextBoolean() ? TEXT : OPEN_METRICS);
        assertThat(samples).allSatisfy(one -> assertThat(one.labels()).isNotEqualTo(Labels.NONE));
      } catch (MalformedExpositionException e) {
        assertThat(e.line()).as("seed " + SEED + ": " + text).isBetween(1, 20);
      }
    }
  }
}
