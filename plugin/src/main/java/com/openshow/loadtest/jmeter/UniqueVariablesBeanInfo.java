package com.openshow.loadtest.jmeter;

import java.util.List;

/** Tells JMeter how to draw the form of {@link UniqueVariables}. */
public final class UniqueVariablesBeanInfo extends UniqueBeanInfo {
  /** Called by JMeter. */
  public UniqueVariablesBeanInfo() {
    super(
        UniqueVariables.class,
        false,
        List.of("type", "domain", "ownDomain", "format", "range", "pattern", "maxLength"));
  }
}
