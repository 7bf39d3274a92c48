package com.openshow.loadtest.benchmarks;

import com.openshow.loadtest.expose.MetricsServer;
import com.openshow.loadtest.expose.RunMetrics;
import com.openshow.loadtest.expose.RunState;
import com.openshow.loadtest.slo.measure.RunRecorder;
import com.openshow.loadtest.slo.measure.Sample;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * What one scrape of the metrics costs: CPU time of the whole process, which asks as well, and of
 * it the time in which nothing else is counted.
 */
public final class ScrapeCost {
  private static final long SEED = 42;
  private static final int SAMPLES = 2_000_000;
  private static final int WARM_UP = 200;
  private static final int SCRAPES = 300;
  private static final String NATIVE_HISTOGRAMS =
      "application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily;encoding=delimited";

  private final RunRecorder recorder = new RunRecorder(Duration.ZERO, List.of());
  private long lockedNanos;

  private ScrapeCost() {}

  /** Runs with 4 and with 100 labels. */
  public static void main(String[] args) throws IOException, InterruptedException {
    for (int labels : new int[] {4, 100}) {
      new ScrapeCost().run(labels);
    }
  }

  private void run(int labels) throws IOException, InterruptedException {
    Random random = new Random(SEED);
    for (int i = 0; i < SAMPLES; i++) {
      long millis = 5 + (long) Math.exp(random.nextGaussian() * 1.2 + 4);
      String label = "GET /" + i % labels;
      recorder.record(new Sample("S", label, "u", i / 2, millis, 0, i % 1000 == 0));
    }
    RunMetrics metrics = new RunMetrics(List.of(), 200, warning -> {});
    MetricsServer.Source source =
        new MetricsServer.Source() {
          @Override
          public RunState state() {
            long before = threadNanos();
            var totals = recorder.totals();
            lockedNanos += threadNanos() - before;
            return new RunState("p", totals, 0, List.of(), Map.of(), Optional.empty(), false);
          }

          @Override
          public void answered(RunState state) {
            // Nothing waits for it.
          }
        };
    try (MetricsServer server = MetricsServer.start("127.0.0.1", 0, metrics, source)) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(server.url()))
              .header("Accept", NATIVE_HISTOGRAMS)
              .build();
      HttpClient client = HttpClient.newHttpClient();
      long before = 0;
      int bytes = 0;
      for (int i = -WARM_UP; i < SCRAPES; i++) {
        if (i == 0) {
          lockedNanos = 0;
          before = processNanos();
        }
        bytes = client.send(request, HttpResponse.BodyHandlers.ofByteArray()).body().length;
      }
      System.out.printf(
          Locale.ROOT,
          "%d labels: %.1f ms of CPU a scrape, %.2f ms of it with the recorder's lock; %,d bytes%n",
          labels,
          (processNanos() - before) / 1e6 / SCRAPES,
          lockedNanos / 1e6 / SCRAPES,
          bytes);
    }
  }

  private static long threadNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static long processNanos() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
