/**
 * The two text formats in which servers say their metrics. Start at {@link
 * com.openshow.loadtest.metrics.exposition.Exposition}. Imports the JDK and {@code metrics.series}.
 */
@NullMarked
package com.openshow.loadtest.metrics.exposition;

import org.jspecify.annotations.NullMarked;
