/**
 * The elements that JMeter shows and runs: thin shells over the other rooms. At the start of the
 * test an element turns its properties into records; from there on, only records. Start at {@link
 * com.openshow.loadtest.jmeter.SloListener}. The only room that imports JMeter or Swing.
 */
@NullMarked
package com.openshow.loadtest.jmeter;

import org.jspecify.annotations.NullMarked;
