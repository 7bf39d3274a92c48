package com.openshow.loadtest.slo;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * On what terms an objective is judged.
 *
 * @param severity what its breach means for the run
 * @param onNoData what becomes of it when nothing was measured
 * @param strict whether it is {@link Verdict#INCONCLUSIVE} where more samples could turn it
 * @param abortAfter the test is stopped when it is missed so long without a break, which is a
 *     breach; at least a second
 */
public record Terms(
    Severity severity, OnNoData onNoData, boolean strict, Optional<Duration> abortAfter) {
  /** What holds if nothing else is said. */
  public static final Terms USUAL =
      new Terms(Severity.FAIL, OnNoData.INCONCLUSIVE, false, Optional.empty());

  public Terms {
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(onNoData, "onNoData");
    abortAfter.ifPresent(
        time -> {
          if (time.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException(
                "abort must be after at least 1 s, but was after " + time);
          }
        });
  }
}
