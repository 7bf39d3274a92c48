package com.openshow.loadtest.jmeter;

import org.apache.jmeter.testelement.TestStateListener;

/** What begins and ends with a test in the same way wherever the test runs. */
interface OnEachServer extends TestStateListener {
  @Override
  default void testStarted(String host) {
    testStarted();
  }

  @Override
  default void testEnded(String host) {
    testEnded();
  }
}
