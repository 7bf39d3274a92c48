/**
 * The part of PromQL that is known without a Prometheus server, with the values that Prometheus
 * 2.42 gives. Start at {@link com.openshow.loadtest.metrics.promql.PromQl}. Imports the JDK, re2j,
 * {@code metrics} and {@code metrics.series}.
 */
@NullMarked
package com.openshow.loadtest.metrics.promql;

import org.jspecify.annotations.NullMarked;
