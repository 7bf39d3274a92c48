/**
 * Recorded results as samples. Start at {@link com.openshow.loadtest.results.JtlReader}. Imports
 * FastCSV, StAX, {@code hlog} and {@code slo.measure}.
 */
@NullMarked
package com.openshow.loadtest.results;

import org.jspecify.annotations.NullMarked;
