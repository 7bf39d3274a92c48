/**
 * What is measured of the load, for Prometheus to scrape while the test runs. Start at {@link
 * com.openshow.loadtest.expose.RunMetrics}. Imports {@code slo}, {@code slo.measure}, Prometheus'
 * client library and the JDK's HTTP server.
 */
@NullMarked
package com.openshow.loadtest.expose;

import org.jspecify.annotations.NullMarked;
