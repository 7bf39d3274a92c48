/**
 * Records to a dashboard for Grafana that shows a test while it runs. Start at {@link
 * com.openshow.loadtest.grafana.GrafanaDashboard}. Imports the JDK, jackson, {@code json}, {@code
 * scenario}, {@code slo}, {@code metrics}, and the names of the metrics from {@code expose}.
 */
@NullMarked
package com.openshow.loadtest.grafana;

import org.jspecify.annotations.NullMarked;
