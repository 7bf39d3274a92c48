package com.openshow.loadtest.metrics;

import java.util.Optional;

/**
 * Where a backend's metrics come from. No method throws because of what a server does, and none
 * waits longer than the source's timeout.
 */
public interface MetricsSource extends AutoCloseable {
  /** Its name in the scenario file, such as {@code prometheus}. */
  String name();

  /**
   * Begins to gather, where the source is one that does not remember by itself. Gathers on threads
   * of its own until {@link #close}.
   */
  default void begin() {}

  /**
   * Why nothing could be read from it just now, so that a person learns of it when the load begins
   * and not when it is over; empty when nothing is in the way. Asked once it has begun.
   */
  default Optional<String> obstacle() {
    return Optional.empty();
  }

  /**
   * The values of an expression of PromQL over a time.
   *
   * @param query an expression with an instant vector or a scalar for a value
   * @param range asked for from its start to its end, by the injector's clock
   */
  Reading read(String query, TimeRange range);

  /**
   * The samples as they were scraped, at their own times: between two steps of {@link #read} a
   * state can hide.
   *
   * @param selector selects series, such as <code>up{job="api"}</code>
   */
  Reading raw(String selector, TimeRange range);

  /** Ends the gathering, and keeps what was gathered. */
  @Override
  void close();
}
