package com.openshow.loadtest.metrics.preset;

import com.openshow.loadtest.metrics.Reducer;
import com.openshow.loadtest.metrics.StateCounter;
import com.openshow.loadtest.metrics.StateMetric;
import com.openshow.loadtest.slo.Comparison;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A ready-made claim. What it takes for granted may be said otherwise. */
public sealed interface Preset {
  /**
   * A figure.
   *
   * @param name such as {@code mongodb.cpu}
   * @param meaning what it is, in a few words
   * @param query a {@link Template}
   * @param unit of the figure
   * @param reducer what makes a figure of a series
   * @param op how the figure must stand to its target
   */
  record Value(
      String name, String meaning, Template query, String unit, Reducer reducer, Comparison op)
      implements Preset {
    public Value {
      Objects.requireNonNull(query, "query");
      Objects.requireNonNull(reducer, "reducer");
      Objects.requireNonNull(op, "op");
    }

    /** A figure that must be at most its target. */
    static Value atMost(String name, String meaning, String query, String unit, String reducer) {
      return new Value(
          name, meaning, new Template(query), unit, Reducer.parse(reducer), Comparison.LTE);
    }

    /** A figure that must be at least its target. */
    static Value atLeast(String name, String meaning, String query, String unit, String reducer) {
      return new Value(
          name, meaning, new Template(query), unit, Reducer.parse(reducer), Comparison.GTE);
    }
  }

  /**
   * A state metric.
   *
   * @param name such as {@code resilience4j.circuit_breaker}
   * @param meaning what it is, in a few words
   * @param query a {@link Template} of a selector
   * @param metric how it tells the state
   * @param evidence what counters tell of states besides
   */
  record States(
      String name, String meaning, Template query, StateMetric metric, List<Evidence> evidence)
      implements Preset {
    public States {
      Objects.requireNonNull(query, "query");
      Objects.requireNonNull(metric, "metric");
      evidence = List.copyOf(evidence);
    }

    /** The counters that tell what the samples may have missed. */
    public List<StateCounter> counters(PresetParameters parameters) {
      return evidence.stream()
          .map(one -> new StateCounter(one.selector().fill(parameters), one.state()))
          .toList();
    }
  }

  /**
   * A counter, as of {@link StateCounter}.
   *
   * @param selector a {@link Template} of a selector
   * @param state the state in which alone it rises; empty where it rises in any
   */
  record Evidence(Template selector, Optional<String> state) {}

  /** As scenario files name it. */
  String name();

  /** What it is, in a few words. */
  String meaning();

  /** Its expression of PromQL, or its selector. */
  Template query();

  /** Its expression or selector for some targets. */
  default String query(PresetParameters parameters) {
    return query().fill(parameters);
  }
}
