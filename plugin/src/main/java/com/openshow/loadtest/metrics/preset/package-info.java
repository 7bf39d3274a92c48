/**
 * Ready-made claims: the queries that people ask of well-known exporters. Start at {@link
 * com.openshow.loadtest.metrics.preset.Presets}. Imports the JDK, {@code slo} and {@code metrics}.
 */
@NullMarked
package com.openshow.loadtest.metrics.preset;

import org.jspecify.annotations.NullMarked;
