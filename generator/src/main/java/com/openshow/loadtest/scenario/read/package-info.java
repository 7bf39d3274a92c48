/**
 * JSON to records, with every problem at once. Start at {@link
 * com.openshow.loadtest.scenario.read.ScenarioReader}.
 */
@NullMarked
package com.openshow.loadtest.scenario.read;

import org.jspecify.annotations.NullMarked;
