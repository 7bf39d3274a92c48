package com.openshow.loadtest.merge;

/**
 * What a person and the scenario file both changed, and not to the same.
 *
 * @param where the element, by the names on the way to it from the top of the tree
 * @param what the property, or what became of the element
 * @param before what was generated the last time, as in {@code said "5"}
 * @param inPlan what the plan does now, as in {@code says "6"}
 * @param inScenarios what the scenario file does now
 */
public record Conflict(
    String where, String what, String before, String inPlan, String inScenarios) {
  /** One line for people. */
  @Override
  public String toString() {
    return where
        + ": "
        + what
        + ": the plan "
        + inPlan
        + ", the scenario file "
        + inScenarios
        + " (it "
        + before
        + " before)";
  }
}
