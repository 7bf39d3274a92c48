package com.openshow.loadtest.jmeter;

import com.openshow.loadtest.slo.Comparison;
import com.openshow.loadtest.slo.Indicator;
import com.openshow.loadtest.slo.Objective;
import com.openshow.loadtest.slo.OnNoData;
import com.openshow.loadtest.slo.Requests;
import com.openshow.loadtest.slo.Scope;
import com.openshow.loadtest.slo.Severity;
import com.openshow.loadtest.slo.Target;
import com.openshow.loadtest.slo.Terms;
import com.openshow.loadtest.slo.Window;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A row of the listener's table, as it stands in the plan: texts, expressions allowed. */
public final class ObjectiveElement extends RowElement {
  /** Called by JMeter. */
  public ObjectiveElement() {}

  /**
   * A row.
   *
   * @param cells texts by column; what is usual need not be said
   */
  ObjectiveElement(Map<? extends Column, String> cells) {
    this(
        cells,
        new Scope(
            text(cells, ObjectiveColumn.SCENARIO),
            Requests.parse(text(cells, ObjectiveColumn.REQUEST))));
  }

  private ObjectiveElement(Map<? extends Column, String> cells, Scope scope) {
    set(cells);
    // JMeter asks a nested element for its name when it writes the plan.
    setName(cell(ObjectiveColumn.INDICATOR) + " of " + scope.describe());
  }

  /**
   * The row of an objective.
   *
   * @param target a number in the indicator's unit, or an expression
   */
  public static ObjectiveElement of(Objective objective, String target) {
    Map<ObjectiveColumn, String> cells = new EnumMap<>(ObjectiveColumn.class);
    Terms terms = objective.terms();
    cells.put(ObjectiveColumn.SCENARIO, objective.scope().scenario());
    cells.put(ObjectiveColumn.REQUEST, objective.scope().requests().text());
    cells.put(ObjectiveColumn.INDICATOR, objective.indicator().kind());
    cells.put(
        ObjectiveColumn.OP,
        objective.op() == objective.indicator().usual() ? "" : objective.op().sign());
    cells.put(ObjectiveColumn.TARGET, target);
    cells.put(ObjectiveColumn.WINDOW, objective.window().text());
    cells.put(ObjectiveColumn.SEVERITY, lower(terms.severity()));
    cells.put(ObjectiveColumn.NO_DATA, lower(terms.onNoData()));
    cells.put(ObjectiveColumn.STRICT, Boolean.toString(terms.strict()));
    cells.put(
        ObjectiveColumn.ABORT,
        terms.abortAfter().map(time -> Long.toString(time.toSeconds())).orElse(""));
    return new ObjectiveElement(cells, objective.scope());
  }

  /**
   * The objective of this row.
   *
   * @param evaluate gives the value of an expression
   * @throws IllegalArgumentException when a cell cannot be read
   */
  Objective objective(UnaryOperator<String> evaluate) {
    UnaryOperator<String> cell = property -> evaluate.apply(property).strip();
    Indicator indicator = Indicator.parse(cell.apply(cell(ObjectiveColumn.INDICATOR)));
    return new Objective(
        new Scope(
            cell.apply(cell(ObjectiveColumn.SCENARIO)),
            Requests.parse(cell.apply(cell(ObjectiveColumn.REQUEST)))),
        indicator,
        op(cell.apply(cell(ObjectiveColumn.OP)), indicator),
        Target.parse(cell.apply(cell(ObjectiveColumn.TARGET))),
        Window.parse(cell.apply(cell(ObjectiveColumn.WINDOW))),
        new Terms(
            choice(Severity.class, ObjectiveColumn.SEVERITY, evaluate),
            choice(OnNoData.class, ObjectiveColumn.NO_DATA, evaluate),
            strict(cell.apply(cell(ObjectiveColumn.STRICT))),
            abort(cell.apply(cell(ObjectiveColumn.ABORT)))));
  }

  private static String text(Map<? extends Column, String> cells, Column column) {
    String text = cells.get(column);
    return text == null ? "" : text;
  }

  private static Comparison op(String text, Indicator indicator) {
    return text.isEmpty()
        ? indicator.usual()
        : Comparison.of(text)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "op must be <=, <, >= or >, but was \"" + text + "\""));
  }

  private static boolean strict(String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw new IllegalArgumentException("strict must be true or false, but was \"" + text + "\"");
    }
    return text.equals("true");
  }

  private static Optional<Duration> abort(String seconds) {
    return seconds.isEmpty()
        ? Optional.empty()
        : Optional.of(Duration.ofMillis(Math.round(number("abort after", seconds) * 1000)));
  }
}
