package com.openshow.loadtest.scenario;

import java.util.List;

/** What a virtual user does in one iteration. */
public sealed interface Work {
  /** The requests it is made of, in the file's order. */
  List<Request> requests();

  /**
   * Exactly one of its endpoints, by weight.
   *
   * @param endpoints at least one
   */
  record Mix(List<Endpoint> endpoints) implements Work {
    public Mix {
      endpoints = List.copyOf(endpoints);
      Require.that(!endpoints.isEmpty(), "endpoints must not be empty", endpoints);
    }

    @Override
    public List<Request> requests() {
      return endpoints.stream().map(Endpoint::request).toList();
    }
  }

  /**
   * All its steps, one after the other.
   *
   * @param steps at least one
   */
  record Flow(List<Request> steps) implements Work {
    public Flow {
      steps = List.copyOf(steps);
      Require.that(!steps.isEmpty(), "steps must not be empty", steps);
    }

    @Override
    public List<Request> requests() {
      return steps;
    }
  }
}
