/**
 * Values that are never given out twice: over threads, injectors, JVMs and runs, without a lock and
 * without coordination. Start at {@link com.openshow.loadtest.data.UniqueData}, and at {@link
 * com.openshow.loadtest.data.UniqueType} for what there is. Why no value comes twice is told in
 * documentation/concepts/unique-data.md. Imports the JDK.
 */
@NullMarked
package com.openshow.loadtest.data;

import org.jspecify.annotations.NullMarked;
