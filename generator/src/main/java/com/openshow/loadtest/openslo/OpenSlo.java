package com.openshow.loadtest.openslo;

import com.openshow.loadtest.scenario.LoadTest;
import com.openshow.loadtest.scenario.OpenSloWords;
import com.openshow.loadtest.scenario.Promise;
import com.openshow.loadtest.slo.FaultWindow;
import com.openshow.loadtest.slo.Objective;
import java.util.List;

/** {@code openslo.yaml}: what a scenario file promises, for tools that understand OpenSLO v1. */
public final class OpenSlo {
  /** The name of the file. */
  public static final String FILE_NAME = "openslo.yaml";

  private OpenSlo() {}

  /**
   * The text of the file: one service, and one SLO for each objective.
   *
   * @param fileName the name of the scenario file
   * @param sha256 its hash, so that a reader can tell which version this is
   */
  public static String of(LoadTest test, String fileName, String sha256) {
    return "# Generated from "
        + fileName.replaceAll("\\p{Cntrl}", "?")
        + ", SHA-256 "
        + sha256
        + "\n# by: loadtest generate --format openslo. Change the file, not this.\n"
        + text(
            test,
            Promise.of(test).stream()
                .map(Promise::objective)
                // OpenSLO has no word for a time in which something is made to fail.
                .filter(objective -> !(objective.window() instanceof FaultWindow))
                .toList());
  }

  /** The documents of these objectives. */
  static String text(LoadTest test, List<Objective> objectives) {
    Names names = new Names();
    String service = names.of(test.projectName());
    StringBuilder text = new StringBuilder();
    text.append(
        Yaml.document(
            Yaml.map(
                "apiVersion",
                OpenSloWords.VERSION,
                "kind",
                "Service",
                "metadata",
                Yaml.map("name", service, "displayName", test.projectName()),
                "spec",
                Yaml.map("description", "Its promises, which load tests hold it to"))));
    for (Objective objective : objectives) {
      text.append(
          Yaml.document(
              new SloDocument(objective, test.strict()).of(service, names.of(objective.name()))));
    }
    return text.toString();
  }
}
