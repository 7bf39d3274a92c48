package com.openshow.loadtest.jmeter;

import java.util.List;

/** A column of a table in a panel, and the property of a plan that holds its cells. */
interface Column {
  /** All that is said of it. */
  Heading heading();

  /** What stands above it. */
  default String title() {
    return heading().title();
  }

  /** How wide it is as a rule, in pixels. */
  default int width() {
    return heading().width();
  }

  /** The property of the plan. */
  default String property() {
    return heading().property();
  }

  /** What holds where the plan says nothing. */
  default String usual() {
    return heading().usual();
  }

  /** What stands in a row that a person adds. */
  default String fresh() {
    return usual();
  }

  /** What a person should know of it. */
  default String help() {
    return heading().help();
  }

  /** What a person may choose from; empty where any text may be right. */
  default List<String> choices() {
    return heading().choices();
  }
}
