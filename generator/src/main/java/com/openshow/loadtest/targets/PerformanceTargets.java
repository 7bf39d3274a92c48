package com.openshow.loadtest.targets;

import com.openshow.loadtest.metrics.BackendObjective;
import com.openshow.loadtest.scenario.BackendLimit;
import com.openshow.loadtest.scenario.BackendPromise;
import com.openshow.loadtest.scenario.Durations;
import com.openshow.loadtest.scenario.Fault;
import com.openshow.loadtest.scenario.LoadTest;
import com.openshow.loadtest.scenario.Pace;
import com.openshow.loadtest.scenario.Promise;
import com.openshow.loadtest.scenario.Request;
import com.openshow.loadtest.scenario.Resilience;
import com.openshow.loadtest.scenario.Scenario;
import com.openshow.loadtest.scenario.SloKey;
import com.openshow.loadtest.slo.Objective;
import com.openshow.loadtest.slo.Severity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** {@code performance_targets.md}: what a scenario file promises, for people to read. */
public final class PerformanceTargets {
  /** The name of the document. */
  public static final String FILE_NAME = "performance_targets.md";

  private final StringBuilder text = new StringBuilder();
  private final LoadTest test;

  private PerformanceTargets(LoadTest test) {
    this.test = test;
  }

  /**
   * The document. The same input gives the same text.
   *
   * @param fileName the scenario file's name
   * @param sha256 its hash
   */
  public static String of(LoadTest test, String fileName, String sha256) {
    PerformanceTargets targets = new PerformanceTargets(test);
    targets.line("<!-- Generated from " + fileName.replace("--", "- -") + ", SHA-256 " + sha256);
    targets.line("     by: loadtest generate --format targets. Change the file, not this. -->");
    targets.line("# Performance and Scalability Requirements (SLOs)");
    targets.line("");
    targets.line(
        "This document defines the Service Level Objectives that the backend of "
            + cell(test.projectName())
            + " must meet under projected peak load ("
            + test.globalVus()
            + " concurrent virtual users).");
    targets.latencies();
    targets.limits();
    targets.resilience();
    return targets.text.toString();
  }

  private void latencies() {
    heading("1. Latency Targets");
    line("| Scenario | Load | Request | SLO | Notes |");
    line("| :--- | :--- | :--- | :--- | :--- |");
    for (Scenario scenario : test.scenarios()) {
      for (Request request : scenario.requests()) {
        Map<SloKey, Double> targets = new TreeMap<>(test.defaults().slo());
        targets.putAll(request.slo());
        for (Map.Entry<SloKey, Double> target : targets.entrySet()) {
          line(
              "| "
                  + cell(scenario.name())
                  + " | "
                  + load(scenario)
                  + " | "
                  + cell(request.label())
                  + " | "
                  + slo(target.getKey(), target.getValue())
                  + " | "
                  + cell(request.note())
                  + " |");
        }
      }
    }
  }

  private static String load(Scenario scenario) {
    Pace pace = scenario.pace();
    String rate =
        pace.targetRps().isPresent() ? plain(pace.targetRps().getAsDouble()) + "/s, " : "";
    return rate + scenario.targetVus() + " VUs, " + scenario.type().label();
  }

  private void limits() {
    heading("2. Resource Utilization Limits");
    test.backend().promises().stream().map(BackendPromise::objective).forEach(this::backend);
    for (BackendLimit limit : test.backend().unmeasured()) {
      line(
          "* **"
              + cell(limit.name())
              + ":** must remain at or below **"
              + plain(limit.target())
              + " "
              + cell(limit.unit())
              + "** under peak load."
              + (limit.note().isEmpty() ? "" : " " + cell(limit.note())));
    }
    for (Scenario scenario : test.scenarios()) {
      Map<SloKey, Double> targets = new TreeMap<>();
      targets.put(SloKey.SLO_ERROR_PERCENT, Promise.ERROR_PERCENT);
      targets.putAll(test.slo());
      targets.putAll(scenario.slo());
      targets.forEach(
          (key, target) ->
              line("* **All requests of " + cell(scenario.name()) + ":** " + slo(key, target)));
    }
    for (List<Objective> entry : test.objectives()) {
      entry.forEach(this::listed);
    }
  }

  private void backend(BackendObjective objective) {
    line(
        "* **"
            + cell(objective.name())
            + ":** **"
            + cell(objective.promise())
            + "**"
            + (objective.terms().severity() == Severity.WARN ? " (a warning, no more)" : "")
            + ", by "
            + cell(objective.source())
            + "."
            + (objective.note().isEmpty() ? "" : " " + cell(objective.note())));
  }

  private void listed(Objective objective) {
    line(
        "* **"
            + capital(cell(objective.scope().describe()))
            + ":** **"
            + cell(objective.promise())
            + "**"
            + (objective.terms().severity() == Severity.WARN ? " (a warning, no more)" : ""));
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private void resilience() {
    heading("3. Resilience and Failover");
    if (test.resilience().isEmpty() && test.faults().isEmpty()) {
      line("No target is stated.");
    }
    for (Resilience resilience : test.resilience()) {
      line(
          "* **"
              + cell(resilience.name())
              + ":** "
              + cell(resilience.claim())
              + resilience
                  .fault()
                  .map(fault -> " Shown by the fault " + cell(fault) + ".")
                  .orElse(""));
    }
    test.faults().forEach(this::fault);
  }

  private void fault(Fault fault) {
    line(
        "* **Fault "
            + cell(fault.name())
            + ":** switched on "
            + Durations.seconds(fault.at())
            + " s after the start by "
            + cell(fault.start().describe())
            + ", and off "
            + Durations.seconds(fault.time())
            + " s later by "
            + cell(fault.stop().describe())
            + "."
            + (fault.note().isEmpty() ? "" : " " + cell(fault.note()))
            + (test.expectsOf(fault.name()) ? "" : " Nothing is expected of it."));
    for (Objective objective : fault.objectives()) {
      text.append("  ");
      listed(objective);
    }
  }

  private static String slo(SloKey key, double target) {
    String number = "**" + plain(target);
    return switch (key) {
      case SLO_ERROR_PERCENT -> "failed requests at most " + number + " %**";
      case SLO_MIN_RPS -> "at least " + number + " requests/s**";
      case SLO_AVG_MS -> "mean at most " + number + " ms**";
      case SLO_MAX_MS -> "maximum at most " + number + " ms**";
      case SLO_P50_MS, SLO_P75_MS, SLO_P90_MS, SLO_P95_MS, SLO_P99_MS, SLO_P99_9_MS ->
          key.indicator() + " at most " + number + " ms**";
    };
  }

  private void heading(String heading) {
    line("");
    line("## " + heading);
    line("");
  }

  private void line(String line) {
    text.append(line).append('\n');
  }

  /** Text from the file, so that it stays text and inside its cell. */
  private static String cell(String value) {
    return value.replaceAll("([\\\\`*_{}\\[\\]<>|#])", "\\\\$1").replace("\\_", "_");
  }

  private static String plain(double number) {
    return new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
  }
}
