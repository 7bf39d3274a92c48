/**
 * What a load test is: records that cannot be wrong. Start at {@link
 * com.openshow.loadtest.scenario.LoadTest}. Imports the JDK.
 */
@NullMarked
package com.openshow.loadtest.scenario;

import org.jspecify.annotations.NullMarked;
