package com.openshow.loadtest.jmeter;

import java.time.Duration;
import java.util.List;
import org.apache.jmeter.util.JMeterUtils;

/** How often a run says how it stands. */
final class LiveInterval {
  /** As often as JMeter's summariser. */
  private static final String USUAL = "30";

  private LiveInterval() {}

  /** The property's value. What is wrong with it is added to the problems. */
  static Duration read(List<String> problems) {
    return parse(JMeterUtils.getPropDefault(LoadTestProperties.LIVE_INTERVAL, USUAL), problems);
  }

  static Duration parse(String text, List<String> problems) {
    if (text.trim().matches("\\d{1,7}")) {
      return Duration.ofSeconds(Long.parseLong(text.trim()));
    }
    problems.add(
        LoadTestProperties.LIVE_INTERVAL
            + " must be a whole number of seconds, 0 for never, but was \""
            + text
            + "\"");
    return Duration.ZERO;
  }
}
