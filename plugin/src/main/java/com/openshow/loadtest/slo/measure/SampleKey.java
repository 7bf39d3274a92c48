package com.openshow.loadtest.slo.measure;

import java.util.Objects;

/**
 * What a sample is counted under.
 *
 * @param scenario the name of the thread group that took the sample
 * @param label the sample's label, such as {@code GET /api/v1/creators}
 */
public record SampleKey(String scenario, String label) {
  /**
   * Samples whose label starts with this prepare a virtual user (sign-up, login) and are never
   * judged, neither live nor from a recorded file.
   */
  public static final String SETUP_PREFIX = "setup: ";

  public SampleKey {
    Objects.requireNonNull(scenario, "scenario");
    Objects.requireNonNull(label, "label");
  }

  /** Whether samples of this label are left out of every verdict. */
  public static boolean isSetup(String label) {
    return label.startsWith(SETUP_PREFIX);
  }
}
