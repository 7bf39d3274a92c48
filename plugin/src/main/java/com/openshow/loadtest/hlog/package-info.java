/**
 * Histogram logs: what was measured, in HdrHistogram's own file format. Start at {@link
 * com.openshow.loadtest.hlog.LogWriter} and {@link com.openshow.loadtest.hlog.LogReader}. Imports
 * HdrHistogram and {@code slo.measure}.
 */
@NullMarked
package com.openshow.loadtest.hlog;

import org.jspecify.annotations.NullMarked;
