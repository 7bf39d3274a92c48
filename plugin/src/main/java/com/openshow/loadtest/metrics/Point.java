package com.openshow.loadtest.metrics;

/**
 * A value at a moment.
 *
 * @param millis when, in milliseconds since 1970, by the clock of the injector
 * @param value may be NaN or infinite, as Prometheus's values may
 */
public record Point(long millis, double value) {}
