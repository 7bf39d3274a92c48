/** The packaged JMeter home, started as its users start it. */
@NullMarked
package com.openshow.loadtest.distribution;

import org.jspecify.annotations.NullMarked;
