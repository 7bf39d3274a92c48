/**
 * Realistic text that need not be unique, by Datafaker, which is in JMeter's lib folder or not
 * there. Start at {@link com.openshow.loadtest.filler.Filler}. Imports the JDK and Datafaker.
 */
@NullMarked
package com.openshow.loadtest.filler;

import org.jspecify.annotations.NullMarked;
