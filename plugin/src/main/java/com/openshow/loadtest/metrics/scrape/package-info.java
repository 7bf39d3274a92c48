/**
 * Pages of metrics, scraped while a test runs: a source that needs no Prometheus. Start at {@link
 * com.openshow.loadtest.metrics.scrape.ScrapeSource}. Imports {@code metrics}, its {@code http},
 * {@code exposition}, {@code series} and {@code promql}.
 */
@NullMarked
package com.openshow.loadtest.metrics.scrape;

import org.jspecify.annotations.NullMarked;
