package com.openshow.loadtest.metrics.promql;

import com.openshow.loadtest.metrics.series.Labels;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** What can be made of each group of elements. */
enum Aggregation {
  SUM(false),
  AVG(false),
  MIN(false),
  MAX(false),
  COUNT(false),
  GROUP(false),
  STDDEV(false),
  STDVAR(false),
  QUANTILE(true),
  TOPK(true),
  BOTTOMK(true);

  private final boolean hasParameter;

  Aggregation(boolean hasParameter) {
    this.hasParameter = hasParameter;
  }

  /** Whether a number stands before the vector. */
  boolean hasParameter() {
    return hasParameter;
  }

  /**
   * Makes an expression of it.
   *
   * @param parameter there if {@link #hasParameter}
   */
  VectorNode of(VectorNode vector, Optional<ScalarNode> parameter, Grouping grouping) {
    return switch (this) {
      case SUM -> reduced(vector, grouping, Aggregation::plainSum);
      case AVG -> reduced(vector, grouping, Statistics::mean);
      case MIN -> reduced(vector, grouping, Statistics::min);
      case MAX -> reduced(vector, grouping, Statistics::max);
      case COUNT -> reduced(vector, grouping, values -> values.length);
      case GROUP -> reduced(vector, grouping, values -> 1);
      case STDDEV ->
          reduced(vector, grouping, values -> Math.sqrt(Statistics.varianceOfElements(values)));
      case STDVAR -> reduced(vector, grouping, Statistics::varianceOfElements);
      case QUANTILE -> {
        ScalarNode ratio = parameter.orElseThrow();
        yield moment -> {
          double phi = ratio.at(moment);
          return reduced(vector, grouping, values -> Statistics.quantile(phi, values)).at(moment);
        };
      }
      case TOPK -> new FirstFew(vector, parameter.orElseThrow(), grouping, false);
      case BOTTOMK -> new FirstFew(vector, parameter.orElseThrow(), grouping, true);
    };
  }

  private static double plainSum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }

  private static VectorNode reduced(
      VectorNode vector, Grouping grouping, ToDoubleFunction<double[]> figure) {
    return moment -> {
      List<Element> results = new ArrayList<>();
      groups(vector.at(moment), grouping)
          .forEach(
              (key, group) ->
                  results.add(
                      new Element(
                          key,
                          figure.applyAsDouble(
                              group.stream().mapToDouble(Element::value).toArray()))));
      return results;
    };
  }

  static Map<Labels, List<Element>> groups(List<Element> elements, Grouping grouping) {
    Map<Labels, List<Element>> groups = new LinkedHashMap<>();
    for (Element element : elements) {
      groups.computeIfAbsent(grouping.key(element.labels()), key -> new ArrayList<>()).add(element);
    }
    return groups;
  }
}
