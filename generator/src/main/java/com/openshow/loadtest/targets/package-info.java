/**
 * The document of what is promised. Start at {@link
 * com.openshow.loadtest.targets.PerformanceTargets}.
 */
@NullMarked
package com.openshow.loadtest.targets;

import org.jspecify.annotations.NullMarked;
