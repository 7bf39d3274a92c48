package com.openshow.loadtest.jmeter;

import static org.assertj.core.api.Assertions.assertThat;

import com.openshow.loadtest.expose.MetricsSettings;
import com.openshow.loadtest.slo.Baseline;
import com.openshow.loadtest.slo.ErrorRate;
import com.openshow.loadtest.slo.Objective;
import com.openshow.loadtest.slo.Scope;
import com.openshow.loadtest.slo.measure.RunRecorder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.apache.jmeter.samplers.SampleEvent;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.threads.JMeterContextService;
import org.apache.jmeter.threads.ThreadGroup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run shows through a real socket, from its first sample to its last scrape. */
final class ExposureTest {
  private static final Duration LONG = Duration.ofMinutes(1);
  private final HttpClient client = HttpClient.newHttpClient();
  private final int port = freePort();
  private SloRun run;

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @BeforeEach
  void start(@TempDir Path folder) {
    run =
        SloRun.start(
            "test.jmx",
            List.of(new Objective(new Scope("S_01", ""), new ErrorRate(), 1)),
            new RunRecorder(Duration.ZERO, List.of()),
            Baseline.NONE,
            RunningBackend.Backend.NONE,
            folder,
            Clock.systemUTC(),
            Duration.ZERO);
  }

  @AfterEach
  void end() {
    JMeterContextService.getContext().setThreadGroup(null);
  }

  private static SampleEvent sample(String code) {
    SampleResult sample = SampleResult.createTestSample(10_000, 10_050);
    sample.setSampleLabel("GET /a");
    sample.setSuccessful(code.equals("200"));
    sample.setResponseCode(code);
    return new SampleEvent(sample, "S_01");
  }

  private String scrape() throws IOException, InterruptedException {
    return client
        .send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics")).build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }

  private boolean isOpen() {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort() != port;
    } catch (IOException e) {
      return true;
    }
  }

  /** The thread that waits for it ends by itself. */
  private void awaitClosed() {
    while (isOpen()) {
      Thread.onSpinWait();
    }
  }

  @Test
  void whatWasMeasuredIsThereAtOnceAndTheVerdictAfterTheEndAndThenNothing() throws Exception {
    run.expose(new MetricsSettings("127.0.0.1", port, LONG, 10));
    ThreadGroup group = new ThreadGroup();
    group.setName("S_01");
    JMeterContextService.getContext().setThreadGroup(group);
    run.record(sample("200"));
    run.record(sample("503"));

    assertThat(scrape().lines())
        .contains(
            "loadtest_run_over 0.0",
            "loadtest_active_threads{scenario=\"S_01\"} 0.0",
            "loadtest_requests_total{code=\"2xx\",label=\"GET /a\",outcome=\"success\",scenario=\"S_01\"} 1.0",
            "loadtest_requests_total{code=\"5xx\",label=\"GET /a\",outcome=\"failure\",scenario=\"S_01\"} 1.0");

    run.leave("");
    assertThat(scrape().lines()).contains("loadtest_run_over 1.0", "loadtest_verdict 1.0");
    awaitClosed();
  }

  @Test
  void whereNobodyHasScrapedNobodyIsWaitedFor() {
    run.expose(new MetricsSettings("127.0.0.1", port, LONG, 10));
    run.leave("");
    assertThat(isOpen()).isFalse();
  }

  @Test
  void theNextRunTakesThePortOfOneThatWaitsForItsLastScrape(@TempDir Path folder) throws Exception {
    MetricsSettings settings = new MetricsSettings("127.0.0.1", port, LONG, 10);
    run.expose(settings);
    scrape();
    run.leave("");
    SloRun next =
        SloRun.start(
            "next.jmx",
            List.of(),
            new RunRecorder(Duration.ZERO, List.of()),
            Baseline.NONE,
            RunningBackend.Backend.NONE,
            folder,
            Clock.systemUTC(),
            Duration.ZERO);
    next.expose(settings);
    assertThat(scrape()).contains("loadtest_run_info{plan=\"next.jmx\"} 1");
    next.leave("");
    scrape();
    awaitClosed();
  }

  @Test
  void aPortThatIsTakenStopsNothing() throws Exception {
    try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      assertThat(taken.isBound()).isTrue();
      run.expose(new MetricsSettings("127.0.0.1", port, LONG, 10));
      run.record(sample("200"));
    }
    run.leave("");
    assertThat(run.view().judgement().outcomes().get(0).samples()).isEqualTo(1);
  }

  @Test
  void threadsOnOtherMachinesAreAsManyAsTheirSamplesSay() throws Exception {
    run.expose(new MetricsSettings("127.0.0.1", port, Duration.ZERO, 10));
    for (String host : List.of("one", "two", "one")) {
      SampleEvent local = sample("200");
      local.getResult().setGroupThreads(host.equals("one") ? 3 : 4);
      run.record(new SampleEvent(local.getResult(), "S_01", host));
    }
    assertThat(scrape().lines()).contains("loadtest_active_threads{scenario=\"S_01\"} 7.0");
    run.leave("");
    assertThat(isOpen()).isFalse();
  }
}
