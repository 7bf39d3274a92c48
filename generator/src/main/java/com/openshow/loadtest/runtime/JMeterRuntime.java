package com.openshow.loadtest.runtime;

import java.nio.file.Path;
import java.util.Locale;
import org.apache.jmeter.util.JMeterUtils;

/** JMeter's classes in this JVM, ready to write and read plans. */
public final class JMeterRuntime {
  private static boolean started;

  private JMeterRuntime() {}

  /** Loads JMeter's settings, the first time it is called. */
  public static synchronized void start() {
    if (started) {
      return;
    }
    Path home = JMeterHome.installed().orElseGet(JMeterHome::ofSettings);
    JMeterUtils.setJMeterHome(home.toString());
    JMeterUtils.loadJMeterProperties(home.resolve("bin/jmeter.properties").toString());
    // Plans do not depend on where they are generated.
    JMeterUtils.setLocale(Locale.ENGLISH);
    started = true;
  }
}
