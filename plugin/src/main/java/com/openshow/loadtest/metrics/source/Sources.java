package com.openshow.loadtest.metrics.source;

import com.openshow.loadtest.metrics.MetricsSource;
import com.openshow.loadtest.metrics.http.HttpUrl;
import com.openshow.loadtest.metrics.http.InvalidSettingsException;
import com.openshow.loadtest.metrics.http.SecretLookup;
import com.openshow.loadtest.metrics.prometheus.PrometheusSettings;
import com.openshow.loadtest.metrics.prometheus.PrometheusSource;
import com.openshow.loadtest.metrics.scrape.ScrapeSettings;
import com.openshow.loadtest.metrics.scrape.ScrapeSource;
import java.util.Optional;

/** Makes sources of their settings. */
public final class Sources {
  private Sources() {}

  /**
   * A source that nobody has asked yet.
   *
   * @param lookup finds the secrets that the settings refer to
   * @throws InvalidSettingsException with all that is wrong with secrets and files
   * @throws IllegalArgumentException when a URL is none
   */
  public static MetricsSource open(SourceSettings settings, SecretLookup lookup)
      throws InvalidSettingsException {
    return switch (settings.kind()) {
      case PROMETHEUS ->
          PrometheusSource.open(
              new PrometheusSettings(
                  settings.name(),
                  HttpUrl.parse(settings.urls().get(0)),
                  settings.http(),
                  Optional.of(settings.interval())),
              lookup);
      case SCRAPE ->
          ScrapeSource.open(
              new ScrapeSettings(
                  settings.name(),
                  settings.urls().stream().map(HttpUrl::parse).toList(),
                  settings.interval(),
                  settings.http()),
              lookup);
    };
  }
}
