package com.openshow.loadtest.metrics.prometheus;

import com.openshow.loadtest.metrics.http.HttpSettings;
import com.openshow.loadtest.metrics.http.HttpUrl;
import java.time.Duration;
import java.util.Optional;

/**
 * Where a Prometheus is, and how it is asked.
 *
 * @param name of the source, for people
 * @param url of the server, without {@code /api/v1}; its query goes with every request, such as
 *     {@code ?partial_response=false} for Thanos
 * @param http how it is asked
 * @param step from one point to the next of a query over a time, 100 ms to a day; absent: 1 s, and
 *     longer where a time would have more than 11,000 points
 */
public record PrometheusSettings(
    String name, HttpUrl url, HttpSettings http, Optional<Duration> step) {
  private static final Duration LEAST_STEP = Duration.ofMillis(100);
  private static final Duration MOST_STEP = Duration.ofDays(1);

  public PrometheusSettings {
    if (url.path().endsWith("/api/v1") || url.path().contains("/api/v1/")) {
      throw new IllegalArgumentException(
          "url must be that of the server, without /api/v1 and what follows");
    }
    if (step.filter(given -> given.compareTo(LEAST_STEP) < 0 || given.compareTo(MOST_STEP) > 0)
        .isPresent()) {
      throw new IllegalArgumentException("step must be 100 ms to a day, but was " + step.get());
    }
  }
}
