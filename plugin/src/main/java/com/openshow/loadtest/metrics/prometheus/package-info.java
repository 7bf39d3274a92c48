/**
 * Reads series from a Prometheus, or from what speaks its HTTP API, and tells whether they can be
 * believed. Start at {@link com.openshow.loadtest.metrics.prometheus.PrometheusSource}. Imports the
 * JDK, jackson, {@code metrics} and {@code metrics.http}.
 */
@NullMarked
package com.openshow.loadtest.metrics.prometheus;

import org.jspecify.annotations.NullMarked;
