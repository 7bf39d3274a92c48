package com.openshow.loadtest.expose;

import java.time.Duration;
import java.util.Objects;

/**
 * Where and how long a run shows its metrics.
 *
 * @param host the name or address of the interface to listen at
 * @param port 0 for any that is free
 * @param lastScrape how long after the end of the run somebody who has asked before may take to ask
 *     for the last time, at least 0
 * @param mostLabels how many requests have series of their own, at least 1
 */
public record MetricsSettings(String host, int port, Duration lastScrape, int mostLabels) {
  private static final int GREATEST_PORT = 65_535;

  public MetricsSettings {
    Objects.requireNonNull(host, "host");
    if (!(port >= 0 && port <= GREATEST_PORT)) {
      throw new IllegalArgumentException("port must be 0 to 65535, but was " + port);
    }
    if (lastScrape.isNegative()) {
      throw new IllegalArgumentException("lastScrape must be at least 0, but was " + lastScrape);
    }
    if (mostLabels < 1) {
      throw new IllegalArgumentException("mostLabels must be at least 1, but was " + mostLabels);
    }
  }
}
