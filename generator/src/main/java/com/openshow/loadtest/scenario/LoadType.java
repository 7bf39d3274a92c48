package com.openshow.loadtest.scenario;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What the load of a scenario is to find out. */
public enum LoadType {
  /** How the system takes a sudden crowd. */
  SPIKE_STRESS("Spike/Stress", 5),
  /** How the system lives with a steady load. */
  LOAD_SOAK("Load/Soak", 10),
  /** How the system serves users who write the same data. */
  CONTENTION_STRESS("Contention/Stress", 1),
  /** Whether it works at all. */
  SMOKE("Smoke", 0),
  /** How much it takes: the load rises all along, until a breach. */
  BREAKPOINT("Breakpoint", -1);

  private final String label;
  private final int rampUpSeconds;

  LoadType(String label, int rampUpSeconds) {
    this.label = label;
    this.rampUpSeconds = rampUpSeconds;
  }

  /** The time in which its virtual users start, in a run of this length. */
  public Duration rampUp(Duration run) {
    return rampUpSeconds < 0 ? run : Duration.ofSeconds(rampUpSeconds);
  }

  /** The name in a scenario file. */
  public String label() {
    return label;
  }

  /** The {@link #label} of every type. */
  public static List<String> labels() {
    return Arrays.stream(values()).map(LoadType::label).toList();
  }

  /** The type with this {@link #label}; empty when there is none. */
  public static Optional<LoadType> of(String label) {
    return Arrays.stream(values()).filter(type -> type.label.equals(label)).findFirst();
  }
}
