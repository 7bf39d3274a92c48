package com.openshow.loadtest.metrics.promql;

import com.openshow.loadtest.metrics.series.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** One of {@code and}, {@code or}, {@code unless}. */
record SetOperation(BinaryOperator operator, Matching matching, VectorNode left, VectorNode right)
    implements VectorNode {
  @Override
  public List<Element> at(Moment moment) {
    List<Element> lefts = left.at(moment);
    List<Element> rights = right.at(moment);
    if (operator == BinaryOperator.OR) {
      return Element.distinct(union(lefts, rights));
    }
    Set<Labels> there = keys(rights);
    boolean wanted = operator == BinaryOperator.AND;
    return lefts.stream()
        .filter(element -> there.contains(matching.key(element.labels())) == wanted)
        .toList();
  }

  private List<Element> union(List<Element> lefts, List<Element> rights) {
    Set<Labels> there = keys(lefts);
    List<Element> all = new ArrayList<>(lefts);
    for (Element element : rights) {
      if (!there.contains(matching.key(element.labels()))) {
        all.add(element);
      }
    }
    return all;
  }

  private Set<Labels> keys(List<Element> elements) {
    return elements.stream()
        .map(element -> matching.key(element.labels()))
        .collect(Collectors.toSet());
  }
}
