/**
 * What a load test is: records that cannot be wrong. Start at {@link
 * com.openshow.loadtest.scenario.LoadTest}. Imports the JDK, {@code slo} and {@code metrics}, the
 * language of objectives, and {@code feed}, that of files with rows.
 */
@NullMarked
package com.openshow.loadtest.scenario;

import org.jspecify.annotations.NullMarked;
