package com.openshow.loadtest.metrics.scrape;

import com.openshow.loadtest.metrics.http.HttpSettings;
import com.openshow.loadtest.metrics.http.HttpUrl;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * What is scraped, and how.
 *
 * @param name of the source; the label {@code job} of its series
 * @param urls of the pages, at least one, each once
 * @param interval from one scrape of a page to the next; 100 ms to a day
 * @param http how servers are asked
 */
public record ScrapeSettings(
    String name, List<HttpUrl> urls, Duration interval, HttpSettings http) {
  public ScrapeSettings {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(http, "http");
    urls = List.copyOf(urls);
    if (urls.isEmpty() || urls.stream().distinct().count() < urls.size()) {
      throw new IllegalArgumentException(
          "urls must be at least one, and each once, but were " + urls);
    }
    if (interval.toMillis() < 100 || interval.compareTo(Duration.ofDays(1)) > 0) {
      throw new IllegalArgumentException("interval must be 100 ms to a day, but was " + interval);
    }
  }
}
