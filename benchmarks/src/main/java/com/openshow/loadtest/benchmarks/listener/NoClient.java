package com.openshow.loadtest.benchmarks.listener;

import java.util.List;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.visualizers.backend.BackendListenerClient;
import org.apache.jmeter.visualizers.backend.BackendListenerContext;

/** A client of the Backend Listener that sends nothing, so that the listener alone is measured. */
public final class NoClient implements BackendListenerClient {
  @Override
  public void setupTest(BackendListenerContext context) {
    // Nothing to set up.
  }

  @Override
  public void handleSampleResults(List<SampleResult> results, BackendListenerContext context) {
    // Nothing to send.
  }

  @Override
  public void teardownTest(BackendListenerContext context) {
    // Nothing to tear down.
  }
}
