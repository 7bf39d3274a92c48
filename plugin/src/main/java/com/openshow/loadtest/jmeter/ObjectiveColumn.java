package com.openshow.loadtest.jmeter;

import com.openshow.loadtest.slo.Comparison;
import com.openshow.loadtest.slo.IndicatorKind;
import com.openshow.loadtest.slo.Target;
import com.openshow.loadtest.slo.Window;
import java.util.Arrays;
import java.util.List;

/** The columns of the table of objectives, in their order. */
enum ObjectiveColumn implements Column {
  SCENARIO("Scenario", 150, "scenario", "", "A thread group's name; empty: all of them."),
  REQUEST(
      "Request",
      200,
      "label",
      "",
      "A sample's label; empty: all requests; \"tag search: GET /a | GET /b\": several."),
  INDICATOR(
      "Indicator", 130, "indicator", "", "What is looked at: " + IndicatorKind.grammar() + "."),
  OP(
      "Op",
      40,
      "op",
      "",
      "How the observed value must stand to the target; empty: at most, for rps at least.",
      signs()),
  TARGET("Target", 170, "target", "", "In the indicator's unit: " + Target.GRAMMAR + "."),
  WINDOW("Window", 170, "window", "", "Over which time: " + Window.GRAMMAR + "."),
  SEVERITY(
      "Severity", 75, "severity", "fail", "warn: a breach does not fail the run.", "fail", "warn"),
  NO_DATA(
      "No data",
      100,
      "onNoData",
      "inconclusive",
      "What becomes of it when nothing was measured.",
      "inconclusive",
      "fail",
      "pass"),
  STRICT(
      "Strict",
      60,
      "strict",
      "false",
      "true: inconclusive where more samples could turn the verdict.",
      "false",
      "true"),
  ABORT(
      "Abort after", 95, "abortAfter", "", "Seconds for which it may be missed; empty: for ever.");

  // A record of texts and a copied list is immutable; the checker wants an annotation.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Heading heading;

  ObjectiveColumn(
      String title, int width, String property, String usual, String help, String... choices) {
    heading = new Heading(title, width, "Objective." + property, usual, help, List.of(choices));
  }

  private static String[] signs() {
    return Arrays.stream(Comparison.values()).map(Comparison::sign).toArray(String[]::new);
  }

  @Override
  public Heading heading() {
    return heading;
  }

  @Override
  public String fresh() {
    return this == INDICATOR ? "p95" : usual();
  }
}
