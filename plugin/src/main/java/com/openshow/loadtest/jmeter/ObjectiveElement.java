package com.openshow.loadtest.jmeter;

import com.openshow.loadtest.slo.Indicator;
import com.openshow.loadtest.slo.Objective;
import com.openshow.loadtest.slo.Scope;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.jmeter.testelement.AbstractTestElement;

/** A row of the listener's table, as it stands in the plan: four texts, expressions allowed. */
public final class ObjectiveElement extends AbstractTestElement {
  static final List<String> COLUMNS = List.of("Scenario", "Request", "Indicator", "At most");

  private static final String SCENARIO = "Objective.scenario";
  private static final String LABEL = "Objective.label";
  private static final String INDICATOR = "Objective.indicator";
  private static final String TARGET = "Objective.target";

  /** Called by JMeter. */
  public ObjectiveElement() {}

  /**
   * A row.
   *
   * @param scenario the thread group's name; empty for every thread group
   * @param label the samples' label; empty for every label
   * @param indicator as {@link Indicator#parse} reads it
   * @param target a number in the indicator's unit
   */
  public ObjectiveElement(String scenario, String label, String indicator, String target) {
    set(SCENARIO, scenario);
    set(LABEL, label);
    set(INDICATOR, indicator);
    set(TARGET, target);
    // JMeter asks a nested element for its name when it writes the plan.
    setName(indicator + " of " + new Scope(scenario, label).describe());
  }

  private void set(String property, String value) {
    setProperty(property, value);
  }

  List<String> row() {
    return List.of(
        getPropertyAsString(SCENARIO),
        getPropertyAsString(LABEL),
        getPropertyAsString(INDICATOR),
        getPropertyAsString(TARGET));
  }

  /**
   * The objective of this row.
   *
   * @param evaluate gives the value of an expression
   * @throws IllegalArgumentException when indicator or target cannot be read
   */
  Objective objective(UnaryOperator<String> evaluate) {
    List<String> cells = row().stream().map(evaluate).map(String::trim).toList();
    Scope scope = new Scope(cells.get(0), cells.get(1));
    return new Objective(scope, Indicator.parse(cells.get(2)), number(cells.get(3)));
  }

  private static double number(String target) {
    try {
      return Double.parseDouble(target);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("target must be a number, but was \"" + target + "\"", e);
    }
  }
}
