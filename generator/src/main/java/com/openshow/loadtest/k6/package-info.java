/**
 * Records to a script for k6 that people are glad to read. Start at {@link
 * com.openshow.loadtest.k6.K6Script}. Imports the JDK, {@code scenario} and {@code slo}.
 */
@NullMarked
package com.openshow.loadtest.k6;

import org.jspecify.annotations.NullMarked;
