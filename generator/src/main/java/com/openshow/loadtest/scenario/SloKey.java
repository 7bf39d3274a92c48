package com.openshow.loadtest.scenario;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The targets that can be promised: one table for reader, plans and documents. */
public enum SloKey {
  SLO_P50_MS("p50"),
  SLO_P75_MS("p75"),
  SLO_P90_MS("p90"),
  SLO_P95_MS("p95"),
  SLO_P99_MS("p99"),
  SLO_P99_9_MS("p99.9"),
  SLO_AVG_MS("avg"),
  SLO_MAX_MS("max"),
  SLO_ERROR_PERCENT("error_rate"),
  SLO_MIN_RPS("rps");

  private final String indicator;

  SloKey(String indicator) {
    this.indicator = indicator;
  }

  /** The key in a scenario file, and the property that overrides its targets. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The name of the indicator in plans and reports. */
  public String indicator() {
    return indicator;
  }

  /** The key with this name; empty when there is none. */
  public static Optional<SloKey> of(String key) {
    return Arrays.stream(values()).filter(slo -> slo.key().equals(key)).findFirst();
  }

  /** Every {@link #key}. */
  public static List<String> keys() {
    return Arrays.stream(values()).map(SloKey::key).toList();
  }
}
