/**
 * Test data from CSV files: a row at a time, in flat memory, each injector its own rows of the same
 * file. Start at {@link com.openshow.loadtest.feed.Feed}. Imports the JDK and FastCSV.
 */
@NullMarked
package com.openshow.loadtest.feed;

import org.jspecify.annotations.NullMarked;
