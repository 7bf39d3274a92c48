/**
 * Values that are never given out twice. Start at {@link com.openshow.loadtest.data.UniqueType}.
 * Imports the JDK.
 */
@NullMarked
package com.openshow.loadtest.data;

import org.jspecify.annotations.NullMarked;
