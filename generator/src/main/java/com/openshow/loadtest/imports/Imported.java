package com.openshow.loadtest.imports;

import java.util.List;

/**
 * A first scenario file.
 *
 * @param json its text, valid for {@link com.openshow.loadtest.scenario.read.ScenarioReader}
 * @param warnings what its user should look at or know of, each in one line
 */
public record Imported(String json, List<String> warnings) {
  public Imported {
    warnings = List.copyOf(warnings);
  }
}
