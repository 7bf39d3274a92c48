/**
 * What listening to samples costs. Start at {@link
 * com.openshow.loadtest.benchmarks.listener.ListenerCost}.
 */
@NullMarked
package com.openshow.loadtest.benchmarks.listener;

import org.jspecify.annotations.NullMarked;
