package com.openshow.loadtest.metrics.promql;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The greatest or the least elements of each group. Of equal ones the earlier, by their labels, are
 * kept; NaN come last.
 */
record FirstFew(VectorNode vector, ScalarNode count, Grouping grouping, boolean least)
    implements VectorNode {
  @Override
  public List<Element> at(Moment moment) {
    double wanted = count.at(moment);
    if (!(wanted > -9.2e18 && wanted < 9.2e18)) {
      throw new EvaluationException(
          "topk and bottomk need a whole number, but were given " + wanted);
    }
    List<Element> kept = new ArrayList<>();
    for (List<Element> group : Aggregation.groups(vector.at(moment), grouping).values()) {
      group.stream().sorted(order()).limit(Math.max(0, (long) wanted)).forEach(kept::add);
    }
    return kept;
  }

  private Comparator<Element> order() {
    Comparator<Element> byValue = Comparator.comparingDouble(Element::value);
    return Comparator.<Element, Boolean>comparing(element -> Double.isNaN(element.value()))
        .thenComparing(least ? byValue : byValue.reversed())
        .thenComparing(Element::labels);
  }
}
