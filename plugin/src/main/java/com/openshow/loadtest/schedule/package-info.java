/**
 * When the next request is due, whoever is free to make it. Start at {@link
 * com.openshow.loadtest.schedule.Schedule}. Imports the JDK.
 */
@NullMarked
package com.openshow.loadtest.schedule;

import org.jspecify.annotations.NullMarked;
