package com.openshow.loadtest.metrics.exposition;

import com.openshow.loadtest.metrics.series.Labels;
import java.util.OptionalLong;

/**
 * What a server says of one series.
 *
 * @param labels with the metric's name
 * @param millis when it was so, in milliseconds since 1970, where the server says it itself
 */
public record ExposedSample(Labels labels, double value, OptionalLong millis) {}
