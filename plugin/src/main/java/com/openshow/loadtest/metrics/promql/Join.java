package com.openshow.loadtest.metrics.promql;

import com.openshow.loadtest.metrics.series.Labels;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An operator between two instant vectors. */
record Join(Binary binary, Matching matching, VectorNode left, VectorNode right)
    implements VectorNode {
  @Override
  public List<Element> at(Moment moment) {
    boolean swapped = matching.many() == Matching.Many.RIGHT;
    List<Element> many = (swapped ? right : left).at(moment);
    List<Element> one = (swapped ? left : right).at(moment);
    if (many.isEmpty() || one.isEmpty()) {
      return List.of();
    }
    Map<Labels, Element> partners = partners(one);
    Set<Labels> taken = new HashSet<>();
    List<Element> results = new ArrayList<>();
    for (Element element : many) {
      Labels key = matching.key(element.labels());
      Element partner = partners.get(key);
      if (partner != null) {
        double l = swapped ? partner.value() : element.value();
        double r = swapped ? element.value() : partner.value();
        if (!binary.filters() || binary.operator().holds(l, r)) {
          Labels labels = matching.result(element.labels(), partner.labels(), binary.dropsMetric());
          refuseSecond(matching.many() == Matching.Many.NEITHER ? key : labels, taken);
          results.add(new Element(labels, value(l, r)));
        }
      }
    }
    return results;
  }

  private double value(double l, double r) {
    return binary.filters() ? l : binary.operator().apply(l, r);
  }

  private Map<Labels, Element> partners(List<Element> one) {
    Map<Labels, Element> partners = new HashMap<>();
    for (Element element : one) {
      Labels key = matching.key(element.labels());
      Element other = partners.put(key, element);
      if (other != null) {
        throw new EvaluationException(
            binary.operator().sign()
                + " finds several series for "
                + key
                + " where there may be one only: "
                + other.labels()
                + " and "
                + element.labels()
                + "; name the labels in which the sides agree by on(...) or ignoring(...)");
      }
    }
    return partners;
  }

  private void refuseSecond(Labels labels, Set<Labels> taken) {
    if (!taken.add(labels)) {
      throw new EvaluationException(
          binary.operator().sign()
              + " finds several series of one side for one of the other, "
              + labels
              + (matching.many() == Matching.Many.NEITHER
                  ? "; say by group_left or group_right that it may"
                  : "; more labels must tell them apart"));
    }
  }
}
