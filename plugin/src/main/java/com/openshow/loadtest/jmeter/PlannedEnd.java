package com.openshow.loadtest.jmeter;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAccumulator;
import org.apache.jmeter.threads.JMeterContextService;
import org.apache.jmeter.threads.JMeterThread;

/**
 * When the last of the thread groups is to end, as far as their first samples have told: a group
 * that begins later is not known before. Safe for any number of threads.
 */
final class PlannedEnd {
  /** Of groups without a duration, and of those that run on other hosts. */
  private static final long UNKNOWN = Long.MAX_VALUE;

  private final Set<String> known = ConcurrentHashMap.newKeySet();
  private final LongAccumulator endMillis = new LongAccumulator(Math::max, 0);

  /** Called by a thread of this group that has taken a sample. */
  void seen(String group) {
    if (!known.contains(group) && known.add(group)) {
      JMeterThread thread = JMeterContextService.getContext().getThread();
      long end = thread == null ? 0 : thread.getEndTime();
      endMillis.accumulate(end == 0 ? UNKNOWN : end);
    }
  }

  /** How long the run is to last; empty when that is not known. */
  Optional<Duration> since(Instant start) {
    long end = endMillis.get();
    return end == 0 || end == UNKNOWN
        ? Optional.empty()
        : Optional.of(Duration.between(start, Instant.ofEpochMilli(end)));
  }
}
