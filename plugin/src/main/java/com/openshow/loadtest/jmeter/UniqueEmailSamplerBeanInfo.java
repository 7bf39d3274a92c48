package com.openshow.loadtest.jmeter;

import java.util.List;

/** Tells JMeter how to draw the form of {@link UniqueEmailSampler}. */
public final class UniqueEmailSamplerBeanInfo extends UniqueBeanInfo {
  /** Called by JMeter. */
  public UniqueEmailSamplerBeanInfo() {
    super(UniqueEmailSampler.class, true, List.of("domain", "ownDomain", "maxLength"));
  }
}
