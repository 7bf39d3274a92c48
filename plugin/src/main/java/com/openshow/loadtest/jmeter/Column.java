package com.openshow.loadtest.jmeter;

import java.util.List;

/** A column of a table in a panel, and the property of a plan that holds its cells. */
interface Column {
  /** What stands above it. */
  String title();

  /** How wide it is as a rule, in pixels. */
  int width();

  /** The property of the plan. */
  String property();

  /** What holds where the plan says nothing. */
  String usual();

  /** What stands in a row that a person adds. */
  default String fresh() {
    return usual();
  }

  /** What a person should know of it. */
  String help();

  /** What a person may choose from; empty where any text may be right. */
  List<String> choices();
}
