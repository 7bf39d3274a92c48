package com.openshow.loadtest.jmeter;

import java.beans.PropertyDescriptor;
import org.apache.jmeter.testbeans.BeanInfoSupport;
import org.apache.jmeter.testbeans.gui.FileEditor;

/** Tells JMeter how to draw the panel of {@link CleanupController}. */
public final class CleanupControllerBeanInfo extends BeanInfoSupport {
  /** Called by JMeter. */
  public CleanupControllerBeanInfo() {
    super(CleanupController.class);
    // A controller's own, which no panel sets.
    property("done").setHidden(true);
    createPropertyGroup(
        "things", new String[] {CleanupController.FILE, CleanupController.SIGNED_IN});
    createPropertyGroup(
        "owners",
        new String[] {
          CleanupController.OWNER_VARIABLE,
          CleanupController.USERS_FILE,
          CleanupController.PASSWORD_VARIABLE
        });
    text(CleanupController.FILE).setPropertyEditorClass(FileEditor.class);
    PropertyDescriptor signedIn = property(CleanupController.SIGNED_IN);
    signedIn.setValue(NOT_UNDEFINED, true);
    signedIn.setValue(DEFAULT, false);
    text(CleanupController.OWNER_VARIABLE);
    text(CleanupController.USERS_FILE).setPropertyEditorClass(FileEditor.class);
    text(CleanupController.PASSWORD_VARIABLE);
  }

  private PropertyDescriptor text(String name) {
    PropertyDescriptor descriptor = property(name);
    descriptor.setValue(NOT_UNDEFINED, true);
    descriptor.setValue(DEFAULT, "");
    return descriptor;
  }
}
