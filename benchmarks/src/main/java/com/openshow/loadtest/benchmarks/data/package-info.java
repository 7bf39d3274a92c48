/**
 * What unique data cost beside JMeter's own means. Start at {@link
 * com.openshow.loadtest.benchmarks.data.DataCost}.
 */
@NullMarked
package com.openshow.loadtest.benchmarks.data;

import org.jspecify.annotations.NullMarked;
