package com.openshow.loadtest.metrics.source;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What can be asked for a backend's metrics. */
public enum SourceKind {
  /** A server that speaks Prometheus's HTTP API. */
  PROMETHEUS,
  /** Pages of metrics, scraped while the test runs. */
  SCRAPE;

  /** The key in a scenario file, such as {@code scrape}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind with this {@link #label}; empty when there is none. */
  public static Optional<SourceKind> of(String label) {
    return Arrays.stream(values()).filter(kind -> kind.label().equals(label)).findFirst();
  }

  /** Every {@link #label}. */
  public static List<String> labels() {
    return Arrays.stream(values()).map(SourceKind::label).toList();
  }
}
