/**
 * What a load test is: records that cannot be wrong. Start at {@link
 * com.openshow.loadtest.scenario.LoadTest}. Imports the JDK and {@code slo}, the language of
 * objectives.
 */
@NullMarked
package com.openshow.loadtest.scenario;

import org.jspecify.annotations.NullMarked;
