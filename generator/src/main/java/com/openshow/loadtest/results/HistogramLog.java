package com.openshow.loadtest.results;

import com.openshow.loadtest.hlog.DamagedLogException;
import com.openshow.loadtest.hlog.LogEnd;
import com.openshow.loadtest.hlog.LogReader;
import com.openshow.loadtest.slo.measure.Increment;
import com.openshow.loadtest.slo.measure.RecorderSettings;
import com.openshow.loadtest.slo.measure.SampleKey;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;

/** Reads a histogram log into a sink, where it meets samples of other files. */
final class HistogramLog {
  private static final double MILLIS_PER_SECOND = 1000;

  private final SampleSink sink;
  private final Set<String> scenarios = new TreeSet<>();

  private HistogramLog(SampleSink sink) {
    this.sink = sink;
  }

  static void read(Content content, SampleSink sink, Findings findings) throws IOException {
    new HistogramLog(sink).read(content, findings);
  }

  private void read(Content content, Findings findings) throws IOException {
    try {
      LogEnd end =
          LogReader.read(
              new BufferedReader(new InputStreamReader(content, content.charset())), this::add);
      compare(end, sink.settings(), findings);
      end.interruption().ifPresent(why -> sink.interrupted(findings.about(why)));
      end.uncounted()
          .ifPresent(
              line ->
                  findings.note(
                      "the last portion, from line " + line + " on, was cut off: not counted"));
      if (!end.warmUp().isZero()) {
        findings.note(
            "its warm-up of " + seconds(end.warmUp()) + " was left out when it was written");
      }
    } catch (DamagedLogException e) {
      findings.problem(e.line(), e.problem());
    }
  }

  private void add(Increment increment) {
    increment
        .seconds()
        .forEach(
            second ->
                second.statistics().keySet().stream()
                    .map(SampleKey::scenario)
                    .forEach(scenarios::add));
    sink.add(increment);
  }

  /** What was left out when it was written cannot be had now. */
  private void compare(LogEnd end, RecorderSettings asked, Findings findings) {
    if (!end.warmUp().equals(asked.warmUp())) {
      findings.problem(
          "a warm-up of "
              + seconds(end.warmUp())
              + " was left out when it was written, but the verdict asks for "
              + seconds(asked.warmUp())
              + "; judge the .jtl, or say the same warm_up");
    }
    asked.rising().stream()
        .filter(scenario -> scenarios.contains(scenario) && !end.rising().contains(scenario))
        .forEach(
            scenario ->
                findings.problem(
                    "it does not tell the virtual users of "
                        + scenario
                        + ", whose load rises until a breach: in the plan that wrote it, it did"
                        + " not; judge the .jtl"));
  }

  private static String seconds(Duration duration) {
    return duration.toMillis() % 1000 == 0
        ? duration.toSeconds() + " s"
        : duration.toMillis() / MILLIS_PER_SECOND + " s";
  }
}
