package com.openshow.loadtest.jmeter;

import java.util.List;

/** Tells JMeter how to draw the form of {@link UniqueDataSampler}. */
public final class UniqueDataSamplerBeanInfo extends UniqueBeanInfo {
  /** Called by JMeter. */
  public UniqueDataSamplerBeanInfo() {
    super(
        UniqueDataSampler.class,
        true,
        List.of("type", "domain", "ownDomain", "format", "range", "pattern", "maxLength"));
  }
}
