package com.openshow.loadtest.metrics.promql;

/** An expression that has no value for the series there are; Prometheus gives none either. */
public final class EvaluationException extends RuntimeException {
  private static final long serialVersionUID = 1;

  EvaluationException(String problem) {
    super(problem);
  }
}
