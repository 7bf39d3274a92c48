package com.openshow.loadtest.runtime;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.jmeter.save.SaveService;
import org.apache.jmeter.util.JMeterUtils;
import org.apache.jorphan.collections.ListedHashTree;

/** JMeter's classes in this JVM, ready to write and read plans. */
public final class JMeterRuntime {
  private static boolean started;

  private JMeterRuntime() {}

  /**
   * Begins to load JMeter's settings, and what it saves plans with, while the caller does something
   * else. What goes wrong is told by {@link #start}, which tries again.
   */
  public static void startInBackground() {
    Thread thread = new Thread(JMeterRuntime::prepare, "jmeter-start");
    thread.setDaemon(true);
    thread.setUncaughtExceptionHandler((failed, e) -> {});
    thread.start();
  }

  private static void prepare() {
    start();
    try {
      SaveService.saveTree(new ListedHashTree(), OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException("writing to nowhere", e);
    }
  }

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
