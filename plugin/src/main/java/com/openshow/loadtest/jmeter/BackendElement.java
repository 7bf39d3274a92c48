package com.openshow.loadtest.jmeter;

import com.openshow.loadtest.metrics.BackendObjective;
import com.openshow.loadtest.metrics.Claim;
import com.openshow.loadtest.metrics.Grouping;
import com.openshow.loadtest.metrics.Reducer;
import com.openshow.loadtest.metrics.StatesClaim;
import com.openshow.loadtest.metrics.ValueClaim;
import com.openshow.loadtest.slo.Bar;
import com.openshow.loadtest.slo.Comparison;
import com.openshow.loadtest.slo.OnNoData;
import com.openshow.loadtest.slo.Severity;
import com.openshow.loadtest.slo.Terms;
import com.openshow.loadtest.slo.Window;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A row of the listener's table of backend objectives, as it stands in the plan. */
public final class BackendElement extends RowElement {
  /** Called by JMeter. */
  public BackendElement() {}

  /** A row of texts by column. */
  BackendElement(Map<? extends Column, String> cells) {
    set(cells);
    setName("backend: " + cell(BackendColumn.NAME));
  }

  /**
   * The row of an objective.
   *
   * @param target a number in its unit, or an expression; empty for states
   */
  public static BackendElement of(BackendObjective objective, String target) {
    Map<BackendColumn, String> cells = new EnumMap<>(BackendColumn.class);
    Terms terms = objective.terms();
    cells.put(BackendColumn.NAME, objective.name());
    cells.put(BackendColumn.SOURCE, objective.source());
    cells.put(BackendColumn.QUERY, objective.claim().query());
    cells.put(BackendColumn.TARGET, target);
    if (objective.claim() instanceof ValueClaim value) {
      cells.put(BackendColumn.REDUCE, value.reducer().text());
      cells.put(BackendColumn.BY, value.grouping().text());
      cells.put(BackendColumn.OP, value.target().op().sign());
      cells.put(BackendColumn.UNIT, value.target().unit());
      cells.put(BackendColumn.COVERAGE, Double.toString(value.coverage()));
    } else if (objective.claim() instanceof StatesClaim states) {
      cells.put(BackendColumn.STATES, StateTexts.states(states));
      cells.put(BackendColumn.STATE_METRIC, StateTexts.metric(states));
      cells.put(BackendColumn.SHORTEST, StateTexts.shortest(states));
      cells.put(BackendColumn.COUNTERS, StateTexts.counters(states));
    }
    cells.put(BackendColumn.SCENARIO, objective.scenario());
    cells.put(BackendColumn.WINDOW, objective.window().text());
    cells.put(BackendColumn.SEVERITY, lower(terms.severity()));
    cells.put(BackendColumn.NO_DATA, lower(terms.onNoData()));
    cells.put(
        BackendColumn.ABORT,
        terms.abortAfter().map(time -> Long.toString(time.toSeconds())).orElse(""));
    cells.put(BackendColumn.NOTE, objective.note());
    return new BackendElement(cells);
  }

  /**
   * The objective of this row.
   *
   * @param evaluate gives the value of an expression
   * @throws IllegalArgumentException when a cell cannot be read
   */
  BackendObjective objective(UnaryOperator<String> evaluate) {
    UnaryOperator<String> text = cell -> evaluate.apply(cell).strip();
    String abort = text.apply(cell(BackendColumn.ABORT));
    return new BackendObjective(
        text.apply(cell(BackendColumn.NAME)),
        text.apply(cell(BackendColumn.SOURCE)),
        claim(text),
        text.apply(cell(BackendColumn.SCENARIO)),
        Window.parse(text.apply(cell(BackendColumn.WINDOW))),
        new Terms(
            choice(Severity.class, BackendColumn.SEVERITY, evaluate),
            choice(OnNoData.class, BackendColumn.NO_DATA, evaluate),
            false,
            abort.isEmpty()
                ? Optional.empty()
                : Optional.of(Duration.ofMillis(Math.round(number("abort after", abort) * 1000)))),
        text.apply(cell(BackendColumn.NOTE)));
  }

  private Claim claim(UnaryOperator<String> text) {
    String query = text.apply(cell(BackendColumn.QUERY));
    String states = text.apply(cell(BackendColumn.STATES));
    if (!states.isEmpty()) {
      return new StatesClaim(
          query,
          StateTexts.metric(text.apply(cell(BackendColumn.STATE_METRIC))),
          StateTexts.states(states),
          StateTexts.shortest(text.apply(cell(BackendColumn.SHORTEST))),
          StateTexts.counters(text.apply(cell(BackendColumn.COUNTERS))));
    }
    String op = text.apply(cell(BackendColumn.OP));
    String by = text.apply(cell(BackendColumn.BY));
    return new ValueClaim(
        query,
        Reducer.parse(text.apply(cell(BackendColumn.REDUCE))),
        new Bar(
            Comparison.of(op)
                .orElseThrow(
                    () ->
                        new IllegalArgumentException(
                            "op must be <=, <, >= or >, but was \"" + op + "\"")),
            number("target", text.apply(cell(BackendColumn.TARGET))),
            text.apply(cell(BackendColumn.UNIT))),
        Grouping.find(by)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "by must be " + Grouping.GRAMMAR + ", but was \"" + by + "\"")),
        number("coverage", text.apply(cell(BackendColumn.COVERAGE))));
  }
}
