package com.openshow.loadtest.scenario;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * A whole scenario file.
 *
 * @param projectName what the file is about, for people
 * @param testTool the tools it is meant for, for people
 * @param stagingUrl the target, {@code http(s)://host[:port]}
 * @param globalVus the greatest number of virtual users anybody expects at once, at least 1
 * @param globalDuration how long each scenario runs, more than 0
 * @param scenarios at least one, with different names
 */
public record LoadTest(
    String projectName,
    String testTool,
    URI stagingUrl,
    int globalVus,
    Duration globalDuration,
    List<Scenario> scenarios) {
  public LoadTest {
    Objects.requireNonNull(projectName, "projectName");
    Objects.requireNonNull(testTool, "testTool");
    Objects.requireNonNull(stagingUrl, "stagingUrl");
    Require.that(globalVus >= 1, "globalVus must be at least 1", globalVus);
    Require.that(
        globalDuration.toSeconds() >= 1, "globalDuration must be 1s or more", globalDuration);
    scenarios = List.copyOf(scenarios);
    Require.that(!scenarios.isEmpty(), "scenarios must not be empty", scenarios);
    List<String> names = scenarios.stream().map(Scenario::name).toList();
    Require.that(
        names.stream().distinct().count() == names.size(), "scenario names must differ", names);
  }
}
