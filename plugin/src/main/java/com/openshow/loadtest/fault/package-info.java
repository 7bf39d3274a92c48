/**
 * What goes wrong on purpose: faults that are switched on and off, and off again whatever happens.
 * Start at {@link com.openshow.loadtest.fault.RunningFault}. Imports the JDK.
 */
@NullMarked
package com.openshow.loadtest.fault;

import org.jspecify.annotations.NullMarked;
