package com.openshow.loadtest.slo.measure;

import java.util.Objects;

/**
 * What was measured in one window of time.
 *
 * @param measurement the samples that ended in it, from its start to its end
 * @param users how many virtual users they are of
 */
public record SampleWindow(Measurement measurement, int users) {
  public SampleWindow {
    Objects.requireNonNull(measurement, "measurement");
    if (users < 0) {
      throw new IllegalArgumentException("users must be at least 0, but was " + users);
    }
  }
}
