package com.openshow.loadtest.metrics.prometheus;

import java.util.Map;
import java.util.Optional;

/**
 * What Prometheus scrapes, as far as the labels of a series tell.
 *
 * @param job the label {@code job}
 * @param instance the label {@code instance}; at least one of both is there
 */
record Target(Optional<String> job, Optional<String> instance) {
  static final String JOB = "job";
  static final String INSTANCE = "instance";

  /** The target that a series comes from; empty when its labels do not tell. */
  static Optional<Target> of(Map<String, String> labels) {
    Target target = new Target(label(labels, JOB), label(labels, INSTANCE));
    return target.job.isEmpty() && target.instance.isEmpty()
        ? Optional.empty()
        : Optional.of(target);
  }

  private static Optional<String> label(Map<String, String> labels, String name) {
    return Optional.ofNullable(labels.get(name)).filter(value -> !value.isEmpty());
  }

  /** Whether a series of {@code up} is about it. */
  boolean covers(Target other) {
    return (job.isEmpty() || job.equals(other.job))
        && (instance.isEmpty() || instance.equals(other.instance));
  }

  /** For a person. */
  String text() {
    return instance.map(name -> "target " + name).orElse("a target")
        + job.map(name -> " of job " + name).orElse("");
  }
}
