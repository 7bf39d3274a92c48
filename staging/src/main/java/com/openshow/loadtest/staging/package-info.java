/**
 * A small real stand-in for the OpenShow API, so that load tests run with no staging environment.
 * Start at {@link com.openshow.loadtest.staging.StagingServer}.
 */
@NullMarked
package com.openshow.loadtest.staging;

import org.jspecify.annotations.NullMarked;
