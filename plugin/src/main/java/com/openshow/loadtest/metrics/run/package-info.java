/**
 * The backend's objectives, judged again and again while a test runs, and once more at its end.
 * Start at {@link com.openshow.loadtest.metrics.run.BackendRun}; {@link
 * com.openshow.loadtest.metrics.run.Round} judges from an archive alike. Imports {@code metrics}
 * and its {@code archive}.
 */
@NullMarked
package com.openshow.loadtest.metrics.run;

import org.jspecify.annotations.NullMarked;
