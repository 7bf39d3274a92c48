/**
 * How certain a figure is: intervals that make no assumption about the shape of the latencies.
 * Start at {@link com.openshow.loadtest.slo.confidence.Ranks}. Imports the JDK and
 * commons-statistics.
 */
@NullMarked
package com.openshow.loadtest.slo.confidence;

import org.jspecify.annotations.NullMarked;
