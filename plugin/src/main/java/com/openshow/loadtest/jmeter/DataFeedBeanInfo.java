package com.openshow.loadtest.jmeter;

import com.openshow.loadtest.feed.FeedMode;
import java.beans.PropertyDescriptor;
import org.apache.jmeter.testbeans.BeanInfoSupport;
import org.apache.jmeter.testbeans.gui.FileEditor;

/** Tells JMeter how to draw the panel of {@link DataFeed}. */
public final class DataFeedBeanInfo extends BeanInfoSupport {
  /** Called by JMeter. */
  public DataFeedBeanInfo() {
    super(DataFeed.class);
    createPropertyGroup(
        "source",
        new String[] {DataFeed.FILE, DataFeed.DELIMITER, DataFeed.HEADER, DataFeed.COLUMNS});
    createPropertyGroup("rows", new String[] {DataFeed.MODE, DataFeed.KEEP_ROW, DataFeed.SEED});
    text(DataFeed.FILE, "").setPropertyEditorClass(FileEditor.class);
    PropertyDescriptor delimiter = text(DataFeed.DELIMITER, ",");
    delimiter.setValue(TAGS, new String[] {",", ";", "|", "\\t"});
    text(DataFeed.COLUMNS, "");
    PropertyDescriptor mode = text(DataFeed.MODE, FeedMode.SEQUENTIAL.label());
    mode.setValue(NOT_OTHER, true);
    mode.setValue(TAGS, FeedMode.labels().toArray(String[]::new));
    truth(DataFeed.HEADER, true);
    truth(DataFeed.KEEP_ROW, false);
    text(DataFeed.SEED, "");
  }

  private void truth(String name, boolean initial) {
    PropertyDescriptor descriptor = property(name);
    descriptor.setValue(NOT_UNDEFINED, true);
    descriptor.setValue(DEFAULT, initial);
  }

  private PropertyDescriptor text(String name, String initial) {
    PropertyDescriptor descriptor = property(name);
    descriptor.setValue(NOT_UNDEFINED, true);
    descriptor.setValue(DEFAULT, initial);
    return descriptor;
  }
}
