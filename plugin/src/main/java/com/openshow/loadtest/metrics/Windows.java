package com.openshow.loadtest.metrics;

import java.util.Optional;

/** When the windows of objectives are. */
@FunctionalInterface
public interface Windows {
  /** The time of an objective's window; empty where it has not begun, or was never there. */
  Optional<TimeRange> range(BackendObjective objective);
}
