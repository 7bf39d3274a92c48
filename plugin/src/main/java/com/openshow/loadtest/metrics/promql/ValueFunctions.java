package com.openshow.loadtest.metrics.promql;

import static com.openshow.loadtest.metrics.promql.ValueType.SCALAR;
import static com.openshow.loadtest.metrics.promql.ValueType.VECTOR;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/** Functions of the values of an instant vector. */
final class ValueFunctions {
  private ValueFunctions() {}

  static Map<String, Function> all() {
    Map<String, Function> all = new HashMap<>();
    all.put("abs", each(Math::abs));
    all.put("ceil", each(Math::ceil));
    all.put("floor", each(Math::floor));
    all.put("exp", each(Math::exp));
    all.put("ln", each(Math::log));
    all.put("log2", each(value -> Math.log(value) / Math.log(2)));
    all.put("log10", each(Math::log10));
    all.put("sqrt", each(Math::sqrt));
    all.put("sgn", each(Math::signum));
    all.put("round", Function.of(ValueFunctions::round, VECTOR, SCALAR).requiring(1));
    all.put("clamp", Function.of(ValueFunctions::clamp, VECTOR, SCALAR, SCALAR));
    all.put("clamp_min", Function.of(ValueFunctions::clampMin, VECTOR, SCALAR));
    all.put("clamp_max", Function.of(ValueFunctions::clampMax, VECTOR, SCALAR));
    all.put("histogram_quantile", Function.of(HistogramQuantile::of, SCALAR, VECTOR));
    all.put("scalar", Function.of(ValueFunctions::scalar, VECTOR));
    all.put("vector", Function.of(ValueFunctions::vector, SCALAR));
    all.put("time", Function.of(arguments -> time()));
    all.put("timestamp", Function.of(ValueFunctions::timestamp, VECTOR));
    // Over a time, the series are in the order of their labels whatever is asked for.
    all.put("sort", Function.of(arguments -> arguments.vector(0), VECTOR));
    all.put("sort_desc", Function.of(arguments -> arguments.vector(0), VECTOR));
    return all;
  }

  private static Function each(DoubleUnaryOperator change) {
    return Function.of(
        arguments -> {
          VectorNode vector = arguments.vector(0);
          return (VectorNode) moment -> Element.derived(vector.at(moment), change);
        },
        VECTOR);
  }

  private static VectorNode round(Arguments arguments) {
    VectorNode vector = arguments.vector(0);
    ScalarNode nearest = arguments.scalar(1, 1);
    return moment -> {
      // As Prometheus: the inverse is as exact as a decimal fraction can be, 0.1 itself is not.
      double inverse = 1 / nearest.at(moment);
      return Element.derived(
          vector.at(moment), value -> Math.floor(value * inverse + 0.5) / inverse);
    };
  }

  private static VectorNode clamp(Arguments arguments) {
    VectorNode vector = arguments.vector(0);
    ScalarNode low = arguments.scalar(1);
    ScalarNode high = arguments.scalar(2);
    return moment -> {
      double min = low.at(moment);
      double max = high.at(moment);
      // Asked for also where it is not needed: it may be an error.
      List<Element> elements = vector.at(moment);
      return max < min
          ? List.of()
          : Element.derived(elements, value -> greater(min, lesser(max, value)));
    };
  }

  /** As Go has it: infinity is greater than NaN. */
  private static double greater(double a, double b) {
    return a == Double.POSITIVE_INFINITY || b == Double.POSITIVE_INFINITY
        ? Double.POSITIVE_INFINITY
        : Math.max(a, b);
  }

  private static double lesser(double a, double b) {
    return -greater(-a, -b);
  }

  private static VectorNode clampMin(Arguments arguments) {
    VectorNode vector = arguments.vector(0);
    ScalarNode low = arguments.scalar(1);
    return moment -> {
      double min = low.at(moment);
      return Element.derived(vector.at(moment), value -> greater(min, value));
    };
  }

  private static VectorNode clampMax(Arguments arguments) {
    VectorNode vector = arguments.vector(0);
    ScalarNode high = arguments.scalar(1);
    return moment -> {
      double max = high.at(moment);
      return Element.derived(vector.at(moment), value -> lesser(max, value));
    };
  }

  private static ScalarNode scalar(Arguments arguments) {
    VectorNode vector = arguments.vector(0);
    return moment -> {
      List<Element> elements = vector.at(moment);
      return elements.size() == 1 ? elements.get(0).value() : Double.NaN;
    };
  }

  private static VectorNode vector(Arguments arguments) {
    ScalarNode scalar = arguments.scalar(0);
    return moment -> List.of(Element.of(scalar.at(moment)));
  }

  private static ScalarNode time() {
    return moment -> moment.millis() / 1000.0;
  }

  /** Of a selector, when its samples were taken; of anything else, now. */
  private static VectorNode timestamp(Arguments arguments) {
    VectorNode vector = arguments.vector(0);
    if (vector instanceof SelectorNode selector) {
      return moment ->
          Element.distinct(
              moment.latest(selector).stream()
                  .map(one -> new Element(one.labels().withoutMetric(), one.millis() / 1000.0))
                  .toList());
    }
    return moment -> Element.derived(vector.at(moment), value -> moment.millis() / 1000.0);
  }
}
