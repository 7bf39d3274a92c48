package com.openshow.loadtest.report.html;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.openshow.loadtest.slo.Judgement;
import com.openshow.loadtest.slo.LatencyPercentile;
import com.openshow.loadtest.slo.Objective;
import com.openshow.loadtest.slo.Outcome;
import com.openshow.loadtest.slo.Scope;
import com.openshow.loadtest.slo.Verdict;
import com.openshow.loadtest.slo.measure.Measurement;
import com.openshow.loadtest.slo.measure.RunRecorder;
import com.openshow.loadtest.slo.measure.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class HtmlReportTest {
  private static final Instant START = SampleRun.START;

  /** What a recorded file could hold to break out of wherever it is put. */
  private static final String HOSTILE =
      "</script><script>document.title='owned'</script><!-- <img src=x onerror=alert(1)>"
          + " {{data}} $1 \\ \" ' & \u2028\u2029 \ud800 \u0001 \u202e";

  @Test
  void anHourOfThirtyEndpointsIsLessThanTwoMegabytes() throws Exception {
    String report = HtmlReport.render(SampleRun.hour());
    assertThat(report.getBytes(UTF_8).length).isBetween(200_000, 2_000_000);
    keep("hour.html", report);

    JsonNode data = data(report);
    assertThat(data.at("/verdict").asText()).isEqualTo("FAIL");
    assertThat(data.at("/starts").size()).isBetween(690, 720);
    for (JsonNode scenario : data.at("/scenarios")) {
      assertThat(scenario.at("/endpoints")).hasSize(15);
    }
  }

  @Test
  void moreEndpointsOrMoreHoursStayBelowTheLimitToo() {
    assertThat(HtmlReport.render(SampleRun.of(300, 9)).getBytes(UTF_8)).hasSizeLessThan(2_000_000);
    assertThat(HtmlReport.render(SampleRun.of(3, 1500)).getBytes(UTF_8)).hasSizeLessThan(2_000_000);
  }

  @Test
  void theObjectivesThatFailedComeFirst() throws Exception {
    JsonNode objectives = data(HtmlReport.render(SampleRun.of(4, 60))).at("/objectives");
    List<String> verdicts = objectives.findValuesAsText("verdict");
    assertThat(verdicts)
        .startsWith("FAIL", "FAIL", "FAIL", "INCONCLUSIVE", "INCONCLUSIVE", "WARN", "PASS")
        .endsWith("PASS", "PASS")
        .hasSize(12);
    assertThat(objectives.findValuesAsText("intervalText"))
        .isNotEmpty()
        .allMatch(text -> text.matches("([\\d.]+ to|up to) [\\d.]+ (ms|%)"));
  }

  @Test
  void theSameRunIsTheSameFileInEveryLocale() {
    String report = HtmlReport.render(SampleRun.of(4, 60));
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(HtmlReport.render(SampleRun.of(4, 60))).isEqualTo(report);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void aHostileLabelStaysText() throws Exception {
    String report = HtmlReport.render(hostile());
    keep("hostile.html", report);

    assertThat(report.split("<script", -1)).hasSize(3);
    assertThat(report.split("</script", -1)).hasSize(3);
    assertThat(block(report)).matches("[\\x20-\\x7e&&[^<>&]]*");
    JsonNode data = data(report);
    assertThat(data.at("/plan").asText()).isEqualTo(HOSTILE);
    assertThat(data.at("/objectives/0/label").asText()).isEqualTo(HOSTILE);
    assertThat(data.at("/scenarios/0/endpoints/0/label").asText()).isEqualTo(HOSTILE);
    assertThat(data.at("/errors/0/message").asText()).isEqualTo(HOSTILE);
    assertThat(report)
        .contains("<title>FAIL: &lt;/script&gt;&lt;script&gt;document.title='owned'&lt;/script");
  }

  @Test
  void aRunWithoutASampleHasAReport() throws Exception {
    Judgement judgement =
        new Judgement(START, START, List.of(), Optional.of("the plan ended at once"));
    String report =
        HtmlReport.render(
            new RunData(
                "empty", judgement, new Measurement(START, START, Map.of()), List.of(), List.of()));
    keep("empty.html", report);

    JsonNode data = data(report);
    assertThat(data.at("/verdict").asText()).isEqualTo("INCONCLUSIVE");
    assertThat(data.at("/interruption").asText()).isEqualTo("the plan ended at once");
    assertThat(data.at("/scenarios")).isEmpty();
  }

  @Test
  void onlyTheScriptAndTheStyleOfTheReportMayRunAndNothingIsLoaded() throws Exception {
    String report = HtmlReport.render(SampleRun.of(1, 20));
    assertThat(report).contains("content=\"default-src 'none'; script-src 'sha256-");
    assertThat(report).contains("'" + hash(between(report, "<script>", "</script>")) + "'");
    assertThat(report).contains("'" + hash(between(report, "<style>", "</style>")) + "'");
    assertThat(report).doesNotContainPattern("<(link|img|iframe|object)\\b|\\bsrc=|@import|url\\(");
    assertThat(report).contains("Permission is hereby granted, free of charge");
  }

  private static RunData hostile() {
    RunRecorder recorder = new RunRecorder(Duration.ZERO, List.of());
    for (int latency = 1; latency <= 100; latency++) {
      recorder.record(
          new Sample(
              HOSTILE, HOSTILE, "user", START.toEpochMilli(), latency, 0, latency % 10 == 0));
    }
    Measurement measured = recorder.measurement(START, START.plusSeconds(5));
    Outcome outcome =
        new Outcome(
            new Objective(new Scope(HOSTILE, HOSTILE), new LatencyPercentile(95), 30),
            OptionalDouble.of(95),
            100,
            Verdict.FAIL,
            HOSTILE);
    return new RunData(
        HOSTILE,
        new Judgement(START, START.plusSeconds(5), List.of(outcome), Optional.of(HOSTILE)),
        measured,
        List.of(),
        List.of(new ErrorSample(HOSTILE, HOSTILE, HOSTILE, HOSTILE, 10)));
  }

  /** For the check in a browser, and for people to look at. */
  private static void keep(String name, String report) throws IOException {
    Path folder = Files.createDirectories(Path.of("target/sample-reports"));
    Files.writeString(folder.resolve(name), report);
  }

  private static JsonNode data(String report) throws IOException {
    return new ObjectMapper().readTree(block(report));
  }

  private static String block(String report) {
    return between(report, "<script type=\"application/json\" id=\"data\">", "</script>");
  }

  private static String between(String text, String start, String end) {
    Matcher matcher =
        Pattern.compile(Pattern.quote(start) + "(.*?)" + Pattern.quote(end), Pattern.DOTALL)
            .matcher(text);
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }

  private static String hash(String content) throws Exception {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(UTF_8));
    return "sha256-" + Base64.getEncoder().encodeToString(digest);
  }
}
