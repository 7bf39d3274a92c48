/**
 * Series in memory, compressed and bounded. Start at {@link
 * com.openshow.loadtest.metrics.series.SeriesStore}. Imports the JDK, re2j and {@code metrics}.
 */
@NullMarked
package com.openshow.loadtest.metrics.series;

import org.jspecify.annotations.NullMarked;
