package com.openshow.loadtest.scenario.read;

import com.openshow.loadtest.scenario.LoadTest;
import java.util.List;

/**
 * A scenario file that can be used.
 *
 * @param loadTest what it says
 * @param warnings what its author may want to look at
 */
public record ReadResult(LoadTest loadTest, List<Problem> warnings) {
  public ReadResult {
    warnings = List.copyOf(warnings);
  }
}
