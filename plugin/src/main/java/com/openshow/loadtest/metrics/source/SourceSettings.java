package com.openshow.loadtest.metrics.source;

import com.openshow.loadtest.metrics.http.HttpSettings;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * A source, as a plan says it.
 *
 * @param name tells it from others; letters, digits, {@code _}, {@code -} and {@code .}
 * @param kind what is asked
 * @param urls of the server, or of the pages; of a plan that is not running yet they may begin with
 *     a slash for a path on the target
 * @param interval from one scrape to the next; for a Prometheus, from one point of an answer to the
 *     next; 100 ms to a day
 * @param http how it is asked
 */
public record SourceSettings(
    String name, SourceKind kind, List<String> urls, Duration interval, HttpSettings http) {
  /** What {@link #name} must be. */
  public static final String NAME_RULE = "1 to 50 letters, digits, \"_\", \"-\" and \".\"";

  /** The interval where nothing is said. */
  public static final Duration USUAL_INTERVAL = Duration.ofSeconds(1);

  public SourceSettings {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(http, "http");
    urls = List.copyOf(urls);
    if (!isName(name)) {
      throw new IllegalArgumentException("the name of a source must be " + NAME_RULE);
    }
    if (urls.isEmpty() || (kind == SourceKind.PROMETHEUS && urls.size() > 1)) {
      throw new IllegalArgumentException(
          kind == SourceKind.PROMETHEUS
              ? "a source of Prometheus has one url"
              : "a source that is scraped has at least one url");
    }
    if (interval.toMillis() < 100 || interval.compareTo(Duration.ofDays(1)) > 0) {
      throw new IllegalArgumentException("interval must be 100 ms to a day, but was " + interval);
    }
  }

  /** Whether a source may be called so. */
  public static boolean isName(String text) {
    return text.matches("[A-Za-z0-9_.-]{1,50}");
  }
}
