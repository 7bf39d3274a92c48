/**
 * How much memory a run's statistics take. Start at {@link
 * com.openshow.loadtest.benchmarks.memory.LiveHeap}.
 */
@NullMarked
package com.openshow.loadtest.benchmarks.memory;

import org.jspecify.annotations.NullMarked;
