package com.openshow.loadtest.jmeter;

import com.openshow.loadtest.data.UniqueId;
import com.openshow.loadtest.data.UniqueKind;
import com.openshow.loadtest.data.UniquePhone;
import java.beans.PropertyDescriptor;
import java.util.List;
import org.apache.jmeter.testbeans.BeanInfoSupport;
import org.apache.jmeter.testbeans.TestBean;

/** Tells JMeter how to draw the form of an element that writes unique data. */
public abstract class UniqueBeanInfo extends BeanInfoSupport {
  private static final String TYPE = UniqueDataSampler.TYPE;

  /** The options of the form, and whether it is one of a sampler. */
  UniqueBeanInfo(Class<? extends TestBean> bean, boolean isSampler, List<String> options) {
    super(bean);
    createPropertyGroup("value", options.toArray(String[]::new));
    createPropertyGroup("variables", new String[] {UniqueElement.VARIABLE, UniqueElement.PREFIX});
    if (isSampler) {
      createPropertyGroup(
          "sample", new String[] {UniqueSampler.SHOW_SAMPLE, UniqueSampler.COUNTED});
      flag(UniqueSampler.SHOW_SAMPLE, true);
      flag(UniqueSampler.COUNTED, false);
    }
    createPropertyGroup("examples", new String[] {UniqueElement.PREVIEW});
    property(UniqueElement.PREVIEW).setPropertyEditorClass(UniquePreview.class);
    options.forEach(this::option);
    text(UniqueElement.VARIABLE, "");
    text(UniqueElement.PREFIX, "");
  }

  private void option(String name) {
    switch (name) {
      case TYPE -> choice(name, "email", UniqueKind.keys(), true);
      case "ownDomain" -> flag(name, false);
      case "format" -> choice(name, "", UniqueId.Format.keys(), false);
      case "range" -> choice(name, "", UniquePhone.ranges(), false);
      default -> text(name, "");
    }
  }

  private void text(String name, String otherwise) {
    PropertyDescriptor property = property(name);
    property.setValue(NOT_UNDEFINED, true);
    property.setValue(DEFAULT, otherwise);
  }

  private void flag(String name, boolean otherwise) {
    PropertyDescriptor property = property(name);
    property.setValue(NOT_UNDEFINED, true);
    property.setValue(DEFAULT, otherwise);
  }

  private void choice(String name, String otherwise, List<String> choices, boolean isClosed) {
    text(name, otherwise);
    PropertyDescriptor property = property(name);
    property.setValue(NOT_OTHER, isClosed);
    property.setValue(TAGS, choices.toArray(String[]::new));
  }
}
