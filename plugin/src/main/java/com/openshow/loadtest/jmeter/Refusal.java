package com.openshow.loadtest.jmeter;

import java.util.List;
import org.apache.jmeter.JMeter;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jmeter.util.JMeterUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What becomes of a test that an element cannot take part in: it does not begin. */
final class Refusal {
  private static final Logger LOG = LoggerFactory.getLogger(Refusal.class);

  private Refusal() {}

  /**
   * Says what is wrong; without GUI, ends the JVM. Called at the start of a test.
   *
   * @param title of the message in the GUI
   */
  static void say(TestElement element, List<String> problems, String title) {
    String message = "\"" + element.getName() + "\": " + String.join("; ", problems);
    LOG.error("{}", message);
    if (JMeter.isNonGUI()) {
      System.err.println("error: " + message);
      // Throwing here would leave the exit code at 0 with nothing run.
      System.exit(ExitCode.INVALID_PLAN);
    }
    JMeterUtils.reportErrorToUser(message, title);
  }
}
