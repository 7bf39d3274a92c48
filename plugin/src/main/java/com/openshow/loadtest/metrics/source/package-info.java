/**
 * The sources that can be asked, by their settings. Start at {@link
 * com.openshow.loadtest.metrics.source.SourceSettings}. Imports {@code metrics} and the rooms of
 * the sources.
 */
@NullMarked
package com.openshow.loadtest.metrics.source;

import org.jspecify.annotations.NullMarked;
