package com.openshow.loadtest.jmeter;

import com.openshow.loadtest.metrics.Grouping;
import com.openshow.loadtest.metrics.ReducerKind;
import com.openshow.loadtest.slo.Comparison;
import com.openshow.loadtest.slo.Window;
import java.util.Arrays;
import java.util.List;

/** The columns of the table of backend objectives, in their order. */
enum BackendColumn implements Column {
  NAME("Name", 140, "name", "", "For people, and for the reports."),
  SOURCE("Source", 90, "source", "", "The name of one of the sources."),
  QUERY("Query", 260, "query", "", "An expression of PromQL; for states, a selector."),
  REDUCE("Reduce", 80, "reduce", "avg", "What is made of a series: " + ReducerKind.grammar() + "."),
  BY("By", 80, "by", "", "Which series are judged as one: " + Grouping.GRAMMAR + "."),
  OP("Op", 40, "op", "<=", "How the figure must stand to the target.", signs()),
  TARGET("Target", 150, "target", "", "In the unit; empty for states."),
  UNIT("Unit", 50, "unit", "", "Such as %; for people."),
  COVERAGE("Coverage", 65, "coverage", "0.9", "Which share of the points must be there, 0 to 1."),
  STATES(
      "States",
      150,
      "states",
      "",
      "Such as \"closed -> open -> closed\": each instance goes through them in this order."),
  STATE_METRIC(
      "State metric",
      100,
      "stateMetric",
      "label state",
      "\"label state\": the label that names the state; or \"0 = closed, 1 = open\": its numbers."),
  SHORTEST(
      "Shortest",
      90,
      "shortest",
      "",
      "How long states last at least, such as \"open = 5, half_open = 1\", in seconds."),
  COUNTERS(
      "Counters",
      120,
      "counters",
      "",
      "What else tells of a state, such as \"open: rejected_calls_total\", with \" | \" between."),
  SCENARIO("Scenario", 100, "scenario", "", "Whose stage the window is; empty: the whole run."),
  WINDOW("Window", 140, "window", "", "Over which time: " + Window.GRAMMAR + "."),
  SEVERITY(
      "Severity",
      75,
      "severity",
      "fail",
      "warn: a breach does not fail the run.",
      List.of("fail", "warn")),
  NO_DATA(
      "No data",
      100,
      "onNoData",
      "inconclusive",
      "What becomes of it when there is nothing to judge.",
      List.of("inconclusive", "fail", "pass")),
  ABORT(
      "Abort after", 95, "abortAfter", "", "Seconds for which it may be missed; empty: for ever."),
  NOTE("Note", 100, "note", "", "For people.");

  // A record of texts and a copied list is immutable; the checker wants an annotation.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Heading heading;

  BackendColumn(String title, int width, String property, String usual, String help) {
    this(title, width, property, usual, help, List.of());
  }

  BackendColumn(
      String title, int width, String property, String usual, String help, List<String> choices) {
    heading = new Heading(title, width, "BackendObjective." + property, usual, help, choices);
  }

  private static List<String> signs() {
    return Arrays.stream(Comparison.values()).map(Comparison::sign).toList();
  }

  @Override
  public Heading heading() {
    return heading;
  }
}
