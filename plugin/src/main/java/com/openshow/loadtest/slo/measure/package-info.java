/**
 * Samples in, mergeable statistics out. Start at {@link
 * com.openshow.loadtest.slo.measure.SampleRecorder}. Imports the JDK and HdrHistogram.
 */
@NullMarked
package com.openshow.loadtest.slo.measure;

import org.jspecify.annotations.NullMarked;
