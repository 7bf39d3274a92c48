package com.openshow.loadtest.scenario;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What the load of a scenario is to find out. */
public enum LoadType {
  /** How the system takes a sudden crowd. */
  SPIKE_STRESS("Spike/Stress"),
  /** How the system lives with a steady load. */
  LOAD_SOAK("Load/Soak"),
  /** How the system serves users who write the same data. */
  CONTENTION_STRESS("Contention/Stress");

  private final String label;

  LoadType(String label) {
    this.label = label;
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
