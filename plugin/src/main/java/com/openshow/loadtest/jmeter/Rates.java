package com.openshow.loadtest.jmeter;

import com.openshow.loadtest.report.LiveView;
import org.jspecify.annotations.Nullable;

/** Knows the view before, and so the rate of the requests since. One thread only. */
final class Rates {
  private @Nullable LiveView before;

  /** The view, with the rate since the one before where there is one. */
  LiveView add(LiveView view) {
    LiveView earlier = before;
    before = view;
    return earlier == null ? view : view.since(earlier);
  }
}
