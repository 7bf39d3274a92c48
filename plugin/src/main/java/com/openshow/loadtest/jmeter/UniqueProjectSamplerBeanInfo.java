package com.openshow.loadtest.jmeter;

import java.util.List;

/** Tells JMeter how to draw the form of {@link UniqueProjectSampler}. */
public final class UniqueProjectSamplerBeanInfo extends UniqueBeanInfo {
  /** Called by JMeter. */
  public UniqueProjectSamplerBeanInfo() {
    super(UniqueProjectSampler.class, true, List.of("maxLength"));
  }
}
