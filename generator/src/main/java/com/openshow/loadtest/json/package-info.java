/**
 * JSON for people to read. Start at {@link com.openshow.loadtest.json.PrettyJson}. Imports the JDK
 * and jackson.
 */
@NullMarked
package com.openshow.loadtest.json;

import org.jspecify.annotations.NullMarked;
