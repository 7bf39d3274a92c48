package com.openshow.loadtest.jmeter;

import java.beans.PropertyDescriptor;
import org.apache.jmeter.testbeans.BeanInfoSupport;

/** Tells JMeter how to draw the panel of {@link StageTimer}. */
public final class StageTimerBeanInfo extends BeanInfoSupport {
  /** Called by JMeter. */
  public StageTimerBeanInfo() {
    super(StageTimer.class);
    createPropertyGroup("profile", new String[] {StageTimer.STAGES});
    PropertyDescriptor stages = property(StageTimer.STAGES);
    stages.setValue(NOT_UNDEFINED, true);
    stages.setValue(DEFAULT, "1");
  }
}
