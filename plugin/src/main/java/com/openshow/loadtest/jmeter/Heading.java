package com.openshow.loadtest.jmeter;

import java.util.List;

/**
 * What is said of a {@link Column}.
 *
 * @param title stands above it
 * @param width how wide it is as a rule, in pixels
 * @param property the property of the plan that holds its cells
 * @param usual what holds where the plan says nothing
 * @param help what a person should know of it
 * @param choices what a person may choose from; empty where any text may be right
 */
record Heading(
    String title, int width, String property, String usual, String help, List<String> choices) {
  Heading {
    choices = List.copyOf(choices);
  }
}
