package com.openshow.loadtest.metrics.promql;

import static com.openshow.loadtest.metrics.promql.ValueType.RANGE;
import static com.openshow.loadtest.metrics.promql.ValueType.SCALAR;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** Functions that make a number of the samples of some time. */
final class RangeFunctions {
  /** A figure of a window; empty where it has none, such as a rate of a single sample. */
  private interface Figure {
    OptionalDouble of(Window window);
  }

  private RangeFunctions() {}

  static Map<String, Function> all() {
    Map<String, Function> all = new HashMap<>();
    all.put("rate", some(Increase::rate));
    all.put("increase", some(Increase::increase));
    all.put("delta", some(Increase::delta));
    all.put("irate", some(Increase::instantRate));
    all.put("idelta", some(Increase::instantDelta));
    all.put("deriv", some(Line::slope));
    all.put("predict_linear", Function.of(RangeFunctions::predictLinear, RANGE, SCALAR));
    all.put("changes", each(RangeFunctions::changes));
    all.put("resets", each(RangeFunctions::resets));
    all.put("avg_over_time", each(window -> Statistics.mean(window.values())));
    all.put("sum_over_time", each(window -> Statistics.sum(window.values())));
    all.put("min_over_time", each(window -> Statistics.min(window.values())));
    all.put("max_over_time", each(window -> Statistics.max(window.values())));
    all.put("count_over_time", each(Window::size));
    all.put("present_over_time", each(window -> 1));
    all.put("stddev_over_time", each(window -> Math.sqrt(Statistics.variance(window.values()))));
    all.put("stdvar_over_time", each(window -> Statistics.variance(window.values())));
    all.put("quantile_over_time", Function.of(RangeFunctions::quantile, SCALAR, RANGE));
    all.put("last_over_time", Function.of(RangeFunctions::last, RANGE));
    all.put("absent_over_time", Function.of(RangeFunctions::absent, RANGE));
    return all;
  }

  private static Function each(ToDoubleFunction<Window> figure) {
    return some(window -> OptionalDouble.of(figure.applyAsDouble(window)));
  }

  private static Function some(Figure figure) {
    return Function.of(arguments -> node(arguments.range(0), moment -> figure), RANGE);
  }

  /** A figure that depends on the moment, such as a quantile with another ratio each time. */
  private interface FigureAt {
    Figure at(Moment moment);
  }

  private static VectorNode node(RangeNode range, FigureAt figures) {
    return moment -> {
      Figure figure = figures.at(moment);
      List<Element> results = new ArrayList<>();
      for (Window window : range.at(moment)) {
        figure
            .of(window)
            .ifPresent(value -> results.add(new Element(window.labels().withoutMetric(), value)));
      }
      return Element.distinct(results);
    };
  }

  private static Node quantile(Arguments arguments) {
    ScalarNode ratio = arguments.scalar(0);
    return node(
        arguments.range(1),
        moment -> {
          double phi = ratio.at(moment);
          return window -> OptionalDouble.of(Statistics.quantile(phi, window.values()));
        });
  }

  private static Node predictLinear(Arguments arguments) {
    ScalarNode seconds = arguments.scalar(1);
    return node(
        arguments.range(0),
        moment -> {
          double ahead = seconds.at(moment);
          return window -> Line.value(window, ahead);
        });
  }

  /** The only one that keeps the metric's name: it is still the same quantity. */
  private static VectorNode last(Arguments arguments) {
    RangeNode range = arguments.range(0);
    return moment ->
        range.at(moment).stream()
            .map(window -> new Element(window.labels(), window.lastValue()))
            .toList();
  }

  private static VectorNode absent(Arguments arguments) {
    RangeNode range = arguments.range(0);
    return moment ->
        range.at(moment).isEmpty()
            ? List.of(new Element(range.selector().certain(), 1))
            : List.of();
  }

  private static double changes(Window window) {
    int changes = 0;
    for (int i = 1; i < window.size(); i++) {
      double before = window.value(i - 1);
      double now = window.value(i);
      if (now != before && !(Double.isNaN(now) && Double.isNaN(before))) {
        changes++;
      }
    }
    return changes;
  }

  private static double resets(Window window) {
    int resets = 0;
    for (int i = 1; i < window.size(); i++) {
      if (window.value(i) < window.value(i - 1)) {
        resets++;
      }
    }
    return resets;
  }
}
