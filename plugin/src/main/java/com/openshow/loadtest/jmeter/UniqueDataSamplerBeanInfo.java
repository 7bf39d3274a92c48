package com.openshow.loadtest.jmeter;

import com.openshow.loadtest.data.UniqueKind;
import java.beans.PropertyDescriptor;
import org.apache.jmeter.testbeans.BeanInfoSupport;

/** Tells JMeter how to draw the panel of {@link UniqueDataSampler}. */
public final class UniqueDataSamplerBeanInfo extends BeanInfoSupport {
  /** Called by JMeter. */
  public UniqueDataSamplerBeanInfo() {
    super(UniqueDataSampler.class);
    createPropertyGroup(
        "value",
        new String[] {
          UniqueDataSampler.TYPE, UniqueDataSampler.PREFIX, UniqueDataSampler.SHOW_SAMPLE
        });
    PropertyDescriptor type = property(UniqueDataSampler.TYPE);
    type.setValue(NOT_UNDEFINED, true);
    type.setValue(NOT_OTHER, true);
    type.setValue(DEFAULT, "email");
    type.setValue(TAGS, UniqueKind.keys().toArray(String[]::new));
    PropertyDescriptor prefix = property(UniqueDataSampler.PREFIX);
    prefix.setValue(NOT_UNDEFINED, true);
    prefix.setValue(DEFAULT, "");
    PropertyDescriptor showSample = property(UniqueDataSampler.SHOW_SAMPLE);
    showSample.setValue(NOT_UNDEFINED, true);
    showSample.setValue(DEFAULT, false);
  }
}
