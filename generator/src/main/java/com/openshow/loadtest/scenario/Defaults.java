package com.openshow.loadtest.scenario;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What holds for every scenario that does not say otherwise.
 *
 * @param headers headers of every request, by name
 * @param connectTimeout how long a connection may take
 * @param responseTimeout how long a response may take
 * @param thinkTime the mean pause after each iteration
 * @param slo targets of every request
 */
public record Defaults(
    Map<String, String> headers,
    Duration connectTimeout,
    Duration responseTimeout,
    Optional<Duration> thinkTime,
    Map<SloKey, Double> slo) {
  /** Nothing said. */
  public static final Defaults STANDARD =
      new Defaults(
          Map.of(), Duration.ofSeconds(5), Duration.ofSeconds(30), Optional.empty(), Map.of());

  public Defaults {
    headers = new LinkedHashMap<>(headers);
    slo = new LinkedHashMap<>(slo);
  }
}
