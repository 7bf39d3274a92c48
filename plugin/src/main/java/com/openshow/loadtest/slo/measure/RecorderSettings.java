package com.openshow.loadtest.slo.measure;

import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a {@link RunRecorder} records.
 *
 * @param warmUp how long after the start of the earliest sample others are left out, at least 0
 * @param rising the scenarios whose virtual users are counted by windows of {@link
 *     RunRecorder#WINDOW}, too
 * @param timings which times of a request; {@link Timing#RESPONSE} is always among them
 * @param inDetail which keys are also kept by windows as short as {@link RunRecorder#DETAIL}
 */
public record RecorderSettings(
    Duration warmUp, List<String> rising, Set<Timing> timings, Predicate<SampleKey> inDetail) {
  public RecorderSettings {
    if (warmUp.isNegative()) {
      throw new IllegalArgumentException("warm-up must be at least 0, but was " + warmUp);
    }
    rising = List.copyOf(rising);
    Set<Timing> all = EnumSet.of(Timing.RESPONSE);
    all.addAll(timings);
    timings = Set.copyOf(all);
    Objects.requireNonNull(inDetail, "inDetail");
  }

  /** Response times over the whole run. */
  public RecorderSettings(Duration warmUp, Collection<String> rising) {
    this(warmUp, List.copyOf(rising), Set.of(), key -> false);
  }
}
