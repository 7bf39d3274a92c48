package com.openshow.loadtest.hlog;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a histogram log says of its run as a whole.
 *
 * @param warmUp how much of its beginning is not in it
 * @param rising the scenarios whose virtual users are in it
 * @param interruption why the run did not go to its end; empty when it did
 * @param uncounted the first line of the last portion when that is not whole, and thus not counted
 */
public record LogEnd(
    Duration warmUp, List<String> rising, Optional<String> interruption, Optional<Long> uncounted) {
  public LogEnd {
    rising = List.copyOf(rising);
  }
}
