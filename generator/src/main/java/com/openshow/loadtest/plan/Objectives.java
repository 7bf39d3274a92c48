package com.openshow.loadtest.plan;

import com.openshow.loadtest.jmeter.BackendElement;
import com.openshow.loadtest.jmeter.LoadTestProperties;
import com.openshow.loadtest.jmeter.ObjectiveElement;
import com.openshow.loadtest.jmeter.SloListener;
import com.openshow.loadtest.jmeter.SloListenerGui;
import com.openshow.loadtest.jmeter.SourceElement;
import com.openshow.loadtest.metrics.source.SourceSettings;
import com.openshow.loadtest.scenario.BackendPromise;
import com.openshow.loadtest.scenario.Durations;
import com.openshow.loadtest.scenario.LoadTest;
import com.openshow.loadtest.scenario.Promise;
import com.openshow.loadtest.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The listener that holds the promises against what is measured. */
final class Objectives {
  private Objectives() {}

  static Node node(LoadTest test, String planName, List<Scenario> scenarios) {
    SloListener listener = new SloListener();
    listener.setReportFolder(
        Overridable.property(
            LoadTestProperties.REPORT_DIR,
            Overridable.property(LoadTestProperties.REPORT_ROOT, "loadtest-report")
                + "/"
                + planName));
    String warmUp = Durations.seconds(test.warmUp());
    if (!test.warmUp().isZero()) {
      listener.setWarmUpSeconds(Overridable.property("warm_up", warmUp));
    }
    listener.setRisingScenarios(
        scenarios.stream()
            .filter(Scenario::risesUntilBreach)
            .map(Scenario::name)
            .collect(Collectors.joining(",")));
    List<ObjectiveElement> rows =
        scenarios.stream()
            .flatMap(scenario -> Promise.of(test, scenario).stream())
            .map(Objectives::row)
            .collect(Collectors.toCollection(ArrayList::new));
    if (scenarios.size() == test.scenarios().size()) {
      Promise.ofAll(test).stream().map(Objectives::row).forEach(rows::add);
    }
    listener.setObjectives(rows);
    List<BackendPromise> backend = test.backendPromises(scenarios);
    listener.setBackendObjectives(backend.stream().map(Objectives::row).toList());
    listener.setSources(
        test.backend().sources().stream()
            .filter(
                source ->
                    backend.stream()
                        .anyMatch(one -> one.objective().source().equals(source.name())))
            .map(source -> row(test, source))
            .toList());
    return Node.of(
        listener,
        "SLO assertions",
        "From /slo, /defaults/slo, /objectives and the slo_ keys of /scenarios"
            + (test.faults(scenarios).isEmpty() ? "" : ", and what /faults expect")
            + ". Judges the run, writes verdict.json, junit.xml and report.html, sets the exit code of jmeter -n.",
        SloListenerGui.class);
  }

  private static BackendElement row(BackendPromise promise) {
    return BackendElement.of(
        promise.objective(),
        promise
            .plainTarget()
            .map(target -> Overridable.property(promise.property(), target))
            .orElse(""));
  }

  /** A path is one on the target, wherever that is when the plan runs. */
  private static SourceElement row(LoadTest test, SourceSettings source) {
    String urls =
        source.urls().stream()
            .map(
                url ->
                    url.startsWith("/")
                        ? Overridable.property("target.url", test.stagingUrl().toString()) + url
                        : url)
            .collect(Collectors.joining(" "));
    return SourceElement.of(
        source, Overridable.property("backend." + source.name() + ".url", urls));
  }

  private static ObjectiveElement row(Promise promise) {
    List<String> properties = promise.properties();
    String target = promise.plainTarget();
    for (int i = properties.size() - 1; i >= 0; i--) {
      target = Overridable.property(properties.get(i), target);
    }
    return ObjectiveElement.of(promise.objective(), target);
  }
}
