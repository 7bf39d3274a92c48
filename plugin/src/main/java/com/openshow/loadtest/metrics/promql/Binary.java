package com.openshow.loadtest.metrics.promql;

import java.util.ArrayList;
import java.util.List;

/**
 * An operator.
 *
 * @param bool whether a comparison gives 0 and 1 instead of choosing elements
 */
record Binary(BinaryOperator operator, boolean bool) {
  boolean filters() {
    return operator.kind() == BinaryOperator.Kind.COMPARISON && !bool;
  }

  boolean dropsMetric() {
    return operator.dropsMetric() || bool;
  }

  ScalarNode ofScalars(ScalarNode left, ScalarNode right) {
    return moment -> operator.apply(left.at(moment), right.at(moment));
  }

  /** With a number on the right. */
  VectorNode withRight(VectorNode left, ScalarNode right) {
    return moment -> {
      double number = right.at(moment);
      List<Element> results = new ArrayList<>();
      for (Element element : left.at(moment)) {
        add(element, element.value(), number, results);
      }
      return Element.distinct(results);
    };
  }

  /** With a number on the left; what a comparison chooses are the elements all the same. */
  VectorNode withLeft(ScalarNode left, VectorNode right) {
    return moment -> {
      double number = left.at(moment);
      List<Element> results = new ArrayList<>();
      for (Element element : right.at(moment)) {
        add(element, number, element.value(), results);
      }
      return Element.distinct(results);
    };
  }

  private void add(Element element, double left, double right, List<Element> results) {
    if (!filters()) {
      double value = operator.apply(left, right);
      results.add(dropsMetric() ? element.derived(value) : new Element(element.labels(), value));
    } else if (operator.holds(left, right)) {
      results.add(element);
    }
  }
}
