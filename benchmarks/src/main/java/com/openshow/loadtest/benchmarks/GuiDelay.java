package com.openshow.loadtest.benchmarks;

import com.openshow.loadtest.jmeter.ObjectiveElement;
import com.openshow.loadtest.jmeter.SloListener;
import com.openshow.loadtest.jmeter.SloListenerGui;
import com.openshow.loadtest.slo.LatencyPercentile;
import com.openshow.loadtest.slo.Objective;
import com.openshow.loadtest.slo.Scope;
import java.awt.BorderLayout;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.swing.JFrame;
import javax.swing.SwingUtilities;
import org.apache.jmeter.samplers.SampleEvent;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.util.JMeterUtils;

/**
 * How long an event waits for Swing's thread while the listener counts many samples per second:
 * with its panel hidden, and with it shown. Needs a display.
 */
public final class GuiDelay {
  private static final int THREADS = 2;
  private static final long SEED = 42;
  private static final long PROBE_MILLIS = 5;
  private static final String SCENARIO = "S_01";

  private final int rate;
  private final int labels;
  private final int seconds;
  private final AtomicLong taken = new AtomicLong();

  private GuiDelay(int rate, int labels, int seconds) {
    this.rate = rate;
    this.labels = labels;
    this.seconds = seconds;
  }

  /** Samples per second, labels, and seconds of each part; from the root of the project. */
  public static void main(String[] args) throws Exception {
    Path home = Path.of("distribution/target/openshow-loadtest").toAbsolutePath();
    JMeterUtils.setJMeterHome(home.toString());
    JMeterUtils.loadJMeterProperties(home.resolve("bin/jmeter.properties").toString());
    JMeterUtils.setLocale(Locale.ENGLISH);
    new GuiDelay(Integer.parseInt(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]))
        .run();
    System.exit(0);
  }

  private void run() throws Exception {
    SloListener listener = listener();
    JFrame[] frame = new JFrame[1];
    SwingUtilities.invokeAndWait(
        () -> {
          frame[0] = new JFrame("GuiDelay");
          frame[0].setSize(1024, 700);
          frame[0].setVisible(true);
        });
    listener.testStarted();
    List<Thread> load = load(listener);
    TimeUnit.SECONDS.sleep(5);
    System.out.println("panel hidden: " + measure());
    SwingUtilities.invokeAndWait(
        () -> {
          SloListenerGui panel = new SloListenerGui();
          panel.configure(listener);
          frame[0].add(panel, BorderLayout.CENTER);
          frame[0].validate();
        });
    TimeUnit.SECONDS.sleep(5);
    System.out.println("panel shown:  " + measure());
    for (Thread thread : load) {
      thread.interrupt();
      thread.join();
    }
    listener.testEnded();
  }

  private SloListener listener() throws IOException {
    List<ObjectiveElement> rows = new ArrayList<>();
    for (int i = 0; i < labels; i++) {
      Objective p95 =
          new Objective(new Scope(SCENARIO, "GET /" + i), new LatencyPercentile(95), 50);
      rows.add(ObjectiveElement.of(p95, "50"));
    }
    SloListener listener = new SloListener();
    listener.setName("GuiDelay");
    listener.setObjectives(rows);
    listener.setReportFolder(Files.createTempDirectory("gui-delay-").toString());
    return listener;
  }

  private List<Thread> load(SloListener listener) {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      Random random = new Random(SEED + i);
      Thread thread = new Thread(() -> take(listener, random), "load-" + i);
      thread.setDaemon(true);
      thread.start();
      threads.add(thread);
    }
    return threads;
  }

  private void take(SloListener listener, Random random) {
    long start = System.nanoTime();
    long perSecond = rate / THREADS;
    try {
      for (long count = 0; !Thread.currentThread().isInterrupted(); ) {
        long due = (System.nanoTime() - start) * perSecond / TimeUnit.SECONDS.toNanos(1);
        for (; count < due; count++) {
          long now = System.currentTimeMillis();
          SampleResult sample = SampleResult.createTestSample(now - 20 - random.nextInt(60), now);
          sample.setSampleLabel("GET /" + random.nextInt(labels));
          sample.setSuccessful(random.nextInt(10_000) > 0);
          listener.sampleOccurred(new SampleEvent(sample, SCENARIO));
          taken.incrementAndGet();
        }
        TimeUnit.MILLISECONDS.sleep(1);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String measure() throws Exception {
    long samples = taken.get();
    long cpu = judgingNanos();
    long start = System.nanoTime();
    long[] delays = new long[(int) (seconds * 1000L / PROBE_MILLIS) + 1];
    int probes = 0;
    while (System.nanoTime() - start < TimeUnit.SECONDS.toNanos(seconds)
        && probes < delays.length) {
      long posted = System.nanoTime();
      SwingUtilities.invokeAndWait(() -> {});
      delays[probes++] = System.nanoTime() - posted;
      TimeUnit.MILLISECONDS.sleep(PROBE_MILLIS);
    }
    double elapsed = (System.nanoTime() - start) / 1e9;
    long[] sorted = Arrays.copyOf(delays, probes);
    Arrays.sort(sorted);
    return String.format(
        Locale.ROOT,
        "%.0f samples/s, %d events: delay p50 %.2f ms, p99 %.2f ms, max %.1f ms; judging took"
            + " %.1f %% of a core (load average %.1f)",
        (taken.get() - samples) / elapsed,
        probes,
        sorted[probes / 2] / 1e6,
        sorted[probes * 99 / 100] / 1e6,
        sorted[probes - 1] / 1e6,
        (judgingNanos() - cpu) / 1e7 / elapsed,
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  /** CPU time of the thread that judges, if there is one now. */
  private static long judgingNanos() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().equals("slo-verdict")) {
        return threads.getThreadCpuTime(thread.getId());
      }
    }
    return 0;
  }
}
