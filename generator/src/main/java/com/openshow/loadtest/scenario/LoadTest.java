package com.openshow.loadtest.scenario;

import com.openshow.loadtest.metrics.BackendObjective;
import com.openshow.loadtest.slo.FaultWindow;
import com.openshow.loadtest.slo.Objective;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A whole scenario file.
 *
 * @param projectName what the file is about, for people
 * @param testTool the tools it is meant for, for people
 * @param stagingUrl the target, {@code http(s)://host[:port]}
 * @param globalVus the greatest number of virtual users anybody expects at once, at least 1
 * @param globalDuration how long each scenario runs, more than 0
 * @param warmUp how long after the start samples are left out of the verdict
 * @param defaults what holds for every scenario that does not say otherwise
 * @param auth how virtual users get their JWT
 * @param slo targets of every scenario
 * @param objectives further promises; an entry of the file's list may be several, such as one for
 *     each endpoint
 * @param strict whether objectives are inconclusive where more samples could turn them, if they do
 *     not say otherwise
 * @param backend what is promised of the backend's metrics
 * @param resilience what must hold when a part of the system fails
 * @param faults what goes wrong on purpose, with different names
 * @param scenarios at least one, with different names
 */
public record LoadTest(
    String projectName,
    String testTool,
    URI stagingUrl,
    int globalVus,
    Duration globalDuration,
    Duration warmUp,
    Defaults defaults,
    Auth auth,
    Map<SloKey, Double> slo,
    List<List<Objective>> objectives,
    boolean strict,
    Backend backend,
    List<Resilience> resilience,
    List<Fault> faults,
    List<Scenario> scenarios) {
  public LoadTest {
    Objects.requireNonNull(projectName, "projectName");
    Objects.requireNonNull(testTool, "testTool");
    Objects.requireNonNull(stagingUrl, "stagingUrl");
    Require.that(globalVus >= 1, "globalVus must be at least 1", globalVus);
    Require.that(
        globalDuration.toSeconds() >= 1, "globalDuration must be 1s or more", globalDuration);
    Objects.requireNonNull(defaults, "defaults");
    Objects.requireNonNull(auth, "auth");
    slo = new LinkedHashMap<>(slo);
    objectives = objectives.stream().map(List::copyOf).toList();
    Objects.requireNonNull(backend, "backend");
    resilience = List.copyOf(resilience);
    faults = List.copyOf(faults);
    Require.that(
        faults.stream().map(Fault::name).distinct().count() == faults.size(),
        "fault names must differ",
        faults);
    scenarios = List.copyOf(scenarios);
    Require.that(!scenarios.isEmpty(), "scenarios must not be empty", scenarios);
    List<String> names = scenarios.stream().map(Scenario::name).toList();
    Require.that(
        names.stream().distinct().count() == names.size(), "scenario names must differ", names);
  }

  /** The same test with other scenarios. */
  public LoadTest with(List<Scenario> others) {
    return new LoadTest(
        projectName,
        testTool,
        stagingUrl,
        globalVus,
        globalDuration,
        warmUp,
        defaults,
        auth,
        slo,
        objectives,
        strict,
        backend,
        resilience,
        faults,
        others);
  }

  /** What is promised of the backend that a run of some of its scenarios can show. */
  public List<BackendPromise> backendPromises(List<Scenario> some) {
    List<String> names = some.stream().map(Scenario::name).toList();
    List<String> happening = faults(some).stream().map(Fault::name).toList();
    return backend.promises().stream()
        .filter(promise -> isShown(promise.objective(), names, happening))
        .toList();
  }

  private static boolean isShown(
      BackendObjective objective, List<String> scenarios, List<String> happening) {
    return objective.window() instanceof FaultWindow part
        ? happening.contains(part.fault())
        : objective.scenario().isEmpty() || scenarios.contains(objective.scenario());
  }

  /** Whether anything is expected of a fault. */
  public boolean expectsOf(String fault) {
    return faults.stream().anyMatch(one -> one.name().equals(fault) && !one.objectives().isEmpty())
        || backend.promises().stream()
            .anyMatch(
                promise ->
                    promise.objective().window() instanceof FaultWindow part
                        && part.fault().equals(fault));
  }

  /**
   * The faults that a run of some of its scenarios meets: all of them where it runs them all, else
   * those of which something is expected that these alone can show.
   */
  public List<Fault> faults(List<Scenario> some) {
    return faults.stream()
        .filter(fault -> some.size() == scenarios.size() || some.stream().anyMatch(fault::speaksOf))
        .toList();
  }
}
