/**
 * What is promised and whether it held: objectives, their outcomes, the verdict. Start at {@link
 * com.openshow.loadtest.slo.Evaluator}. Imports the JDK, {@code slo.measure} and {@code
 * slo.confidence}.
 */
@NullMarked
package com.openshow.loadtest.slo;

import org.jspecify.annotations.NullMarked;
