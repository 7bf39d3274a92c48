package com.openshow.loadtest.metrics.promql;

import com.openshow.loadtest.metrics.series.Labels;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;

/** A number, and what it is of. */
record Element(Labels labels, double value) {
  /** A number of nothing in particular. */
  static Element of(double value) {
    return new Element(Labels.NONE, value);
  }

  /** With another value, and without the metric's name: it is another quantity now. */
  Element derived(double other) {
    return new Element(labels.withoutMetric(), other);
  }

  /** Each with another value. */
  static List<Element> derived(List<Element> elements, DoubleUnaryOperator change) {
    return distinct(
        elements.stream().map(one -> one.derived(change.applyAsDouble(one.value()))).toList());
  }

  /**
   * The same elements. Refuses two with the same labels, of which nobody could tell which is meant.
   */
  static List<Element> distinct(List<Element> elements) {
    if (elements.size() > 1) {
      Set<Labels> seen = new HashSet<>(2 * elements.size());
      for (Element element : elements) {
        if (!seen.add(element.labels())) {
          throw new EvaluationException(
              "several series would have the same labels "
                  + element.labels()
                  + "; select fewer, or one metric only");
        }
      }
    }
    return elements;
  }
}
