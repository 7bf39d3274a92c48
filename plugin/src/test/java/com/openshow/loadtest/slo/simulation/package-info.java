/**
 * How often a settled verdict is wrong: simulated runs of systems whose true percentile is known.
 * Start at {@code SimulationTest}.
 */
@NullMarked
package com.openshow.loadtest.slo.simulation;

import org.jspecify.annotations.NullMarked;
