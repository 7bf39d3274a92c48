package com.openshow.loadtest.scenario;

/**
 * A limit for a metric of the backend.
 *
 * @param name what is limited, for people, such as {@code Database CPU}
 * @param target the greatest value with which it is kept
 * @param unit the unit of the target, such as {@code %}
 * @param note what else people should know; may be empty
 */
public record BackendLimit(String name, double target, String unit, String note) {
  public BackendLimit {
    Require.that(target >= 0 && target <= Double.MAX_VALUE, "target must be 0 or more", target);
  }
}
