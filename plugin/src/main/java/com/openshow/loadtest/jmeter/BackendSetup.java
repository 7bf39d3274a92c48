package com.openshow.loadtest.jmeter;

import com.openshow.loadtest.jmeter.RunningBackend.Backend;
import com.openshow.loadtest.metrics.BackendObjective;
import com.openshow.loadtest.metrics.MetricsSource;
import com.openshow.loadtest.metrics.http.InvalidSettingsException;
import com.openshow.loadtest.metrics.http.SecretLookup;
import com.openshow.loadtest.metrics.source.SourceSettings;
import com.openshow.loadtest.metrics.source.Sources;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.jmeter.services.FileServer;
import org.apache.jmeter.util.JMeterUtils;

/** Makes records of the listener's rows of sources and backend objectives, all problems at once. */
final class BackendSetup {
  private final UnaryOperator<String> evaluate;
  private final List<String> problems;

  /**
   * @param evaluate gives the value of an expression
   * @param problems takes in what is wrong
   */
  BackendSetup(UnaryOperator<String> evaluate, List<String> problems) {
    this.evaluate = evaluate;
    this.problems = problems;
  }

  /** What is promised, and who is asked; sources that nobody speaks of are left alone. */
  Backend backend(List<SourceElement> sources, List<BackendElement> objectives) {
    List<BackendObjective> promised = objectives(objectives);
    List<SourceSettings> settings = settings(sources);
    Set<String> names = new HashSet<>();
    settings.forEach(
        source -> {
          if (!names.add(source.name())) {
            problems.add("two sources are called \"" + source.name() + "\"");
          }
        });
    for (BackendObjective objective : promised) {
      if (!names.contains(objective.source()) && settings.size() == sources.size()) {
        problems.add(
            "backend objective \""
                + objective.name()
                + "\": no source is called \""
                + objective.source()
                + "\"; there "
                + (names.isEmpty() ? "is none" : "are: " + String.join(", ", names)));
      }
    }
    if (!problems.isEmpty()) {
      return Backend.NONE;
    }
    return new Backend(
        promised,
        open(
            settings.stream()
                .filter(
                    source -> promised.stream().anyMatch(one -> one.source().equals(source.name())))
                .toList()));
  }

  private List<BackendObjective> objectives(List<BackendElement> rows) {
    List<BackendObjective> objectives = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      try {
        objectives.add(rows.get(i).objective(evaluate));
      } catch (IllegalArgumentException e) {
        problems.add("backend objective in row " + (i + 1) + ": " + e.getMessage());
      }
    }
    return objectives;
  }

  private List<SourceSettings> settings(List<SourceElement> rows) {
    Path folder = folder();
    List<SourceSettings> settings = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      try {
        settings.add(rows.get(i).settings(evaluate, folder));
      } catch (IllegalArgumentException e) {
        problems.add("source in row " + (i + 1) + ": " + e.getMessage());
      }
    }
    return settings;
  }

  /** Files are relative to the plan, or to what {@code loadtest run} says. */
  private static Path folder() {
    return Path.of(
        JMeterUtils.getPropDefault(
            LoadTestProperties.BACKEND_FILES, FileServer.getFileServer().getBaseDir()));
  }

  private List<MetricsSource> open(List<SourceSettings> settings) {
    SecretLookup lookup = new SecretLookup(System::getenv, JMeterUtils::getProperty);
    List<MetricsSource> sources = new ArrayList<>();
    for (SourceSettings one : settings) {
      try {
        sources.add(Sources.open(one, lookup));
      } catch (InvalidSettingsException e) {
        e.problems().forEach(why -> problems.add("source \"" + one.name() + "\": " + why));
      } catch (IllegalArgumentException e) {
        problems.add("source \"" + one.name() + "\": " + e.getMessage());
      }
    }
    if (!problems.isEmpty()) {
      sources.forEach(MetricsSource::close);
    }
    return sources;
  }
}
