package com.openshow.loadtest.jmeter;

import org.apache.jmeter.JMeter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says what somebody should know, where they look: in the log, and without GUI beside the table.
 */
final class Warning {
  private static final Logger LOG = LoggerFactory.getLogger(Warning.class);

  private Warning() {}

  static void say(String text) {
    LOG.warn("{}", text);
    if (JMeter.isNonGUI()) {
      System.err.println("warning: " + text);
    }
  }
}
