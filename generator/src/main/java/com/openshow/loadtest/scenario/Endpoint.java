package com.openshow.loadtest.scenario;

import java.util.Objects;

/**
 * A request that is one of several in a mix.
 *
 * @param request what is requested
 * @param weight its share among the endpoints of its scenario, more than 0
 */
public record Endpoint(Request request, double weight) {
  public Endpoint {
    Objects.requireNonNull(request, "request");
    Require.that(weight > 0 && weight <= Double.MAX_VALUE, "weight must be more than 0", weight);
  }

  /** The label of its samples. */
  public String label() {
    return request.label();
  }
}
