/** What an iteration costs. Start at {@link com.openshow.loadtest.benchmarks.Main}. */
@NullMarked
package com.openshow.loadtest.benchmarks;

import org.jspecify.annotations.NullMarked;
