package com.openshow.loadtest.imports;

import com.openshow.loadtest.scenario.LoadType;
import java.util.List;

/**
 * What an import makes of its file.
 *
 * @param project what the load test is about
 * @param stagingUrl the target, {@code http(s)://host[:port]}
 * @param signsIn whether requests carry a token
 * @param scenarios at least one
 */
record Draft(String project, String stagingUrl, boolean signsIn, List<Scenario> scenarios) {
  /** The environment variable that the token of a run comes from. */
  static final String TOKEN_ENV = "LOADTEST_TOKEN";

  Draft {
    scenarios = List.copyOf(scenarios);
  }

  /**
   * A mix.
   *
   * @param name a scenario's name
   * @param type its load profile
   * @param vus how many virtual users
   * @param endpoints at least one
   */
  record Scenario(String name, LoadType type, int vus, List<DraftEndpoint> endpoints) {
    Scenario {
      endpoints = List.copyOf(endpoints);
    }
  }
}
