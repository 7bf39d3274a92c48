package com.openshow.loadtest.jmeter;

import java.beans.PropertyDescriptor;
import org.apache.jmeter.testbeans.BeanInfoSupport;

/** Tells JMeter how to draw the panel of {@link ScheduleTimer}. */
public final class ScheduleTimerBeanInfo extends BeanInfoSupport {
  /** Called by JMeter. */
  public ScheduleTimerBeanInfo() {
    super(ScheduleTimer.class);
    createPropertyGroup(
        "schedule", new String[] {ScheduleTimer.RATE, ScheduleTimer.POISSON, ScheduleTimer.SEED});
    PropertyDescriptor rate = property(ScheduleTimer.RATE);
    rate.setValue(NOT_UNDEFINED, true);
    rate.setValue(DEFAULT, "1");
    PropertyDescriptor poisson = property(ScheduleTimer.POISSON);
    poisson.setValue(NOT_UNDEFINED, true);
    poisson.setValue(DEFAULT, false);
    PropertyDescriptor seed = property(ScheduleTimer.SEED);
    seed.setValue(NOT_UNDEFINED, true);
    seed.setValue(DEFAULT, "");
  }
}
