package com.openshow.loadtest.cli;

import com.openshow.loadtest.grafana.GrafanaDashboard;
import com.openshow.loadtest.k6.K6Script;
import com.openshow.loadtest.openslo.OpenSlo;
import com.openshow.loadtest.plan.Plans;
import com.openshow.loadtest.targets.PerformanceTargets;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What can be generated from a scenario file. */
enum OutputFormat {
  /** Plans for JMeter. */
  JMX("plans") {
    @Override
    Map<String, byte[]> files(ScenarioFile file) {
      // By name, so that the output is in the order of a folder listing.
      return new TreeMap<>(Plans.files(file.loadTest(), file.source()));
    }
  },
  /** One script for k6. */
  K6("k6") {
    @Override
    Map<String, byte[]> files(ScenarioFile file) {
      return Map.of(K6Script.FILE_NAME, script(file).text().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    List<String> notes(ScenarioFile file) {
      return script(file).notes();
    }

    private K6Script script(ScenarioFile file) {
      return K6Script.of(file.loadTest(), file.source().fileName(), file.source().sha256());
    }
  },
  /** The document of what is promised. */
  TARGETS("documentation") {
    @Override
    Map<String, byte[]> files(ScenarioFile file) {
      String text =
          PerformanceTargets.of(file.loadTest(), file.source().fileName(), file.source().sha256());
      return Map.of(PerformanceTargets.FILE_NAME, text.getBytes(StandardCharsets.UTF_8));
    }
  },
  /** What is promised, for other tools. */
  OPENSLO("documentation") {
    @Override
    Map<String, byte[]> files(ScenarioFile file) {
      String text = OpenSlo.of(file.loadTest(), file.source().fileName(), file.source().sha256());
      return Map.of(OpenSlo.FILE_NAME, text.getBytes(StandardCharsets.UTF_8));
    }
  },
  /** A dashboard of a test that runs. */
  GRAFANA("config/monitoring/grafana/dashboards") {
    @Override
    Map<String, byte[]> files(ScenarioFile file) {
      String text =
          GrafanaDashboard.of(file.loadTest(), file.source().fileName(), file.source().sha256());
      return Map.of(GrafanaDashboard.FILE_NAME, text.getBytes(StandardCharsets.UTF_8));
    }
  };

  private final String folder;

  OutputFormat(String folder) {
    this.folder = folder;
  }

  /** The files by name. */
  abstract Map<String, byte[]> files(ScenarioFile file);

  /** What the file says and this format cannot, each with its JSON pointer. */
  List<String> notes(ScenarioFile file) {
    return List.of();
  }

  /** Where the files go when nobody says otherwise. */
  String folder() {
    return folder;
  }

  /** The name on the command line. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  static List<String> labels() {
    return Arrays.stream(values()).map(OutputFormat::label).toList();
  }

  static Optional<OutputFormat> of(String label) {
    return Arrays.stream(values()).filter(format -> format.label().equals(label)).findFirst();
  }
}
