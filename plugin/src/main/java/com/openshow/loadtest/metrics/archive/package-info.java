/**
 * What sources answered in a run, kept beside its verdict, so that the verdict can be found again
 * without them. Start at {@link com.openshow.loadtest.metrics.archive.Archive}. Imports {@code
 * metrics} and jackson.
 */
@NullMarked
package com.openshow.loadtest.metrics.archive;

import org.jspecify.annotations.NullMarked;
