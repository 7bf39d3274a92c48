package com.openshow.loadtest.staging;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What can be made to go wrong. */
enum FaultName {
  /** Requests below {@code path_prefix} take {@code millis} longer. */
  LATENCY,
  /** A {@code ratio} of the requests below {@code path_prefix} answers {@code status}. */
  ERRORS,
  /** The payment provider refuses every call. */
  PROVIDER_DOWN,
  /** Every database access takes {@code millis} longer. */
  DATABASE_SLOW,
  /** The read replica is gone; reads go to the primary. */
  REPLICA_DOWN,
  /** The payment provider takes {@code millis} longer, or until the call times out. */
  PROVIDER_SLOW,
  /** {@code threads} threads are busy for a {@code ratio} of the time. */
  CPU_BURN,
  /** Search suggestions take 120 ms longer. */
  SLOW_SEARCH;

  /** The names of what can be set about it. */
  Set<String> parameters() {
    return switch (this) {
      case LATENCY -> Set.of("path_prefix", "millis");
      case ERRORS -> Set.of("path_prefix", "ratio", "status");
      case CPU_BURN -> Set.of("threads", "ratio");
      case DATABASE_SLOW, PROVIDER_SLOW -> Set.of("millis");
      case PROVIDER_DOWN, REPLICA_DOWN, SLOW_SEARCH -> Set.of();
    };
  }

  /** The name in the API, such as {@code provider-down}. */
  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static List<String> labels() {
    return Arrays.stream(values()).map(FaultName::label).toList();
  }

  static Optional<FaultName> of(String label) {
    return Arrays.stream(values()).filter(fault -> fault.label().equals(label)).findFirst();
  }
}
