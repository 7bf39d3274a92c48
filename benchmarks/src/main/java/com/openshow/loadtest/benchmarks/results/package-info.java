/**
 * What it costs to judge a recorded run. Start at {@link
 * com.openshow.loadtest.benchmarks.results.ResultsBenchmark}.
 */
@NullMarked
package com.openshow.loadtest.benchmarks.results;

import org.jspecify.annotations.NullMarked;
