package com.openshow.loadtest.jmeter;

import java.beans.PropertyDescriptor;
import org.apache.jmeter.testbeans.BeanInfoSupport;
import org.apache.jmeter.testbeans.gui.FileEditor;

/** Tells JMeter how to draw the panel of {@link CreatedRecorder}. */
public final class CreatedRecorderBeanInfo extends BeanInfoSupport {
  /** Called by JMeter. */
  public CreatedRecorderBeanInfo() {
    super(CreatedRecorder.class);
    createPropertyGroup(
        "deletion",
        new String[] {CreatedRecorder.METHOD, CreatedRecorder.PATH, CreatedRecorder.LABEL});
    createPropertyGroup("owned", new String[] {CreatedRecorder.SIGNED_IN, CreatedRecorder.OWNER});
    createPropertyGroup("keeping", new String[] {CreatedRecorder.FILE});
    text(CreatedRecorder.METHOD, "DELETE");
    text(CreatedRecorder.PATH, "");
    text(CreatedRecorder.LABEL, "");
    PropertyDescriptor signedIn = property(CreatedRecorder.SIGNED_IN);
    signedIn.setValue(NOT_UNDEFINED, true);
    signedIn.setValue(DEFAULT, false);
    text(CreatedRecorder.OWNER, "");
    text(CreatedRecorder.FILE, "").setPropertyEditorClass(FileEditor.class);
  }

  private PropertyDescriptor text(String name, String initial) {
    PropertyDescriptor descriptor = property(name);
    descriptor.setValue(NOT_UNDEFINED, true);
    descriptor.setValue(DEFAULT, initial);
    return descriptor;
  }
}
