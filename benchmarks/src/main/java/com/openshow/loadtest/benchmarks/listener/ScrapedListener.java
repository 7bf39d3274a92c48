package com.openshow.loadtest.benchmarks.listener;

import com.openshow.loadtest.jmeter.LoadTestProperties;
import com.openshow.loadtest.jmeter.SloListener;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.jmeter.samplers.SampleEvent;
import org.apache.jmeter.samplers.SampleListener;
import org.apache.jmeter.testelement.TestStateListener;
import org.apache.jmeter.util.JMeterUtils;
import org.jspecify.annotations.Nullable;

/** The SLO listener while somebody scrapes its metrics each second, as Prometheus would. */
final class ScrapedListener implements SampleListener, TestStateListener {
  private static final String NATIVE_HISTOGRAMS =
      "application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily;encoding=delimited";

  private final SloListener listener;
  private final HttpClient client = HttpClient.newHttpClient();
  private final ScheduledExecutorService prometheus = Executors.newSingleThreadScheduledExecutor();

  private @Nullable ScheduledFuture<?> scrapes;

  ScrapedListener(SloListener listener) {
    this.listener = listener;
  }

  @Override
  public void testStarted() {
    int port = freePort();
    JMeterUtils.setProperty(LoadTestProperties.METRICS_PORT, Integer.toString(port));
    JMeterUtils.setProperty(LoadTestProperties.METRICS_LAST_SCRAPE, "0");
    listener.testStarted();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics"))
            .header("Accept", NATIVE_HISTOGRAMS)
            .build();
    scrapes = prometheus.scheduleAtFixedRate(() -> scrape(request), 0, 1, TimeUnit.SECONDS);
  }

  private void scrape(HttpRequest request) {
    try {
      int status = client.send(request, HttpResponse.BodyHandlers.ofByteArray()).statusCode();
      if (status != 200) {
        throw new IllegalStateException("a scrape was answered with " + status);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void testStarted(String host) {
    // Nothing runs on other hosts.
  }

  @Override
  public void testEnded() {
    if (scrapes == null || scrapes.isDone()) {
      throw new IllegalStateException("nobody has scraped all the time");
    }
    prometheus.shutdownNow();
    listener.testEnded();
  }

  @Override
  public void testEnded(String host) {
    // Likewise.
  }

  @Override
  public void sampleOccurred(SampleEvent event) {
    listener.sampleOccurred(event);
  }

  @Override
  public void sampleStarted(SampleEvent event) {
    // JMeter never calls it.
  }

  @Override
  public void sampleStopped(SampleEvent event) {
    // Likewise.
  }
}
