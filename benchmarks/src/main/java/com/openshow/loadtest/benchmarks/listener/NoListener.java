package com.openshow.loadtest.benchmarks.listener;

import org.apache.jmeter.samplers.SampleEvent;
import org.apache.jmeter.samplers.SampleListener;

/** The yardstick: a listener that does not listen. */
final class NoListener implements SampleListener {
  @Override
  public void sampleOccurred(SampleEvent event) {
    // Not listening.
  }

  @Override
  public void sampleStarted(SampleEvent event) {
    // JMeter never calls it.
  }

  @Override
  public void sampleStopped(SampleEvent event) {
    // JMeter never calls it.
  }
}
