/**
 * JMeter itself: loaded into this JVM to write plans, or started as a process to run them. Start at
 * {@link com.openshow.loadtest.runtime.JMeterProcess}.
 */
@NullMarked
package com.openshow.loadtest.runtime;

import org.jspecify.annotations.NullMarked;
