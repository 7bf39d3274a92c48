/**
 * What a load test has created in the system under test, kept in a file until it is deleted. Start
 * at {@link com.openshow.loadtest.cleanup.CreatedFile}. Imports the JDK, Jackson and Commons IO.
 */
@NullMarked
package com.openshow.loadtest.cleanup;

import org.jspecify.annotations.NullMarked;
