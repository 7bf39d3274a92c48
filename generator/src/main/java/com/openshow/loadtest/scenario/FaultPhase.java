package com.openshow.loadtest.scenario;

import com.openshow.loadtest.slo.FaultWindow;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which part of the time around a fault something is expected of. */
public enum FaultPhase {
  /** Until it begins. */
  BEFORE,
  /** While it is on. */
  DURING,
  /** After it. */
  AFTER,
  /** From its end until what is expected holds again. */
  RECOVERY;

  /** The phase of a window. */
  static FaultPhase of(FaultWindow window) {
    if (window instanceof FaultWindow.Before) {
      return BEFORE;
    }
    if (window instanceof FaultWindow.During) {
      return DURING;
    }
    return window instanceof FaultWindow.After ? AFTER : RECOVERY;
  }

  /** The key in a scenario file. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The phase with this label. */
  public static Optional<FaultPhase> find(String label) {
    return Arrays.stream(values()).filter(phase -> phase.label().equals(label)).findFirst();
  }

  /** Every {@link #label}. */
  public static List<String> labels() {
    return Arrays.stream(values()).map(FaultPhase::label).toList();
  }
}
