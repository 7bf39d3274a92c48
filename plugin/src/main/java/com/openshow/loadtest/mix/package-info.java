/**
 * Which branch comes next, so that every branch gets its share. Start at {@link
 * com.openshow.loadtest.mix.WeightedMix}. Imports the JDK.
 */
@NullMarked
package com.openshow.loadtest.mix;

import org.jspecify.annotations.NullMarked;
