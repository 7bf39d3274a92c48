package com.openshow.loadtest.merge;

/** Whose word counts in a conflict. */
public enum Prefer {
  /** What the scenario file says. */
  SCENARIOS,
  /** What the plan says. */
  PLAN
}
