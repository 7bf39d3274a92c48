/**
 * What the backend says of itself: series from Prometheus or from plain {@code /metrics}, held
 * against objectives. Start at {@link com.openshow.loadtest.metrics.MetricsSource}. Imports the
 * JDK, jackson and {@code slo}.
 */
@NullMarked
package com.openshow.loadtest.metrics;

import org.jspecify.annotations.NullMarked;
