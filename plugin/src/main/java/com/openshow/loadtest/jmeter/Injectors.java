package com.openshow.loadtest.jmeter;

import org.apache.jmeter.util.JMeterUtils;

/**
 * How many injectors share the load, and which of them this JVM is.
 *
 * @param count at least 1
 * @param number 1..count
 */
record Injectors(int count, int number) {
  Injectors {
    if (!(count >= 1 && number >= 1 && number <= count)) {
      throw new IllegalArgumentException(
          "the property "
              + LoadTestProperties.INJECTOR
              + " must be 1 to "
              + LoadTestProperties.INJECTORS
              + ", but was "
              + number
              + " of "
              + count);
    }
  }

  /** As the properties say; one alone when they say nothing. */
  static Injectors current() {
    return new Injectors(
        JMeterUtils.getPropDefault(LoadTestProperties.INJECTORS, 1),
        JMeterUtils.getPropDefault(LoadTestProperties.INJECTOR, 1));
  }

  /** This injector's part of a whole, so that the parts of all add up to it. */
  int share(int whole) {
    return whole / count + (number <= whole % count ? 1 : 0);
  }
}
