package com.openshow.loadtest.merge;

import java.util.List;

/**
 * The outcome of a merge.
 *
 * @param plan the merged plan without XML declaration and header comment
 * @param isEdited whether it holds anything that the scenario file does not say
 * @param isAsBefore whether it says what the plan said already
 * @param conflicts where only one of two words could count
 */
public record Merged(String plan, boolean isEdited, boolean isAsBefore, List<Conflict> conflicts) {
  public Merged {
    conflicts = List.copyOf(conflicts);
  }
}
