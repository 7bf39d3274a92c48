package com.openshow.loadtest.metrics.http;

import java.time.Duration;

/** How time is let pass: by sleeping, and in tests without. */
public interface Pause {
  /** Sleeps. */
  Pause SLEEP = pause -> Thread.sleep(pause.toMillis());

  /** Lets so much time pass. */
  void pass(Duration pause) throws InterruptedException;
}
