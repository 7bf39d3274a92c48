package com.openshow.loadtest.jmeter;

import com.openshow.loadtest.expose.MetricsServer;
import com.openshow.loadtest.expose.MetricsSettings;
import com.openshow.loadtest.expose.RunMetrics;
import com.openshow.loadtest.expose.RunState;
import com.openshow.loadtest.slo.Judgement;
import com.openshow.loadtest.slo.Objective;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.jmeter.JMeter;
import org.apache.jmeter.samplers.SampleEvent;
import org.apache.jmeter.util.JMeterUtils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows a run to who scrapes its metrics. Whatever becomes of that, the run goes on. */
final class Exposure implements MetricsServer.Source {
  private static final Logger LOG = LoggerFactory.getLogger(Exposure.class);
  private static final Duration PERIOD = Duration.ofSeconds(1);

  /** So long after the end JMeter prints a list of the threads that are still there. */
  private static final String EXIT_CHECK = "jmeter.exit.check.pause";

  private static final int EXIT_CHECK_MILLIS = 2000;

  /** One that waits for its last scrape gives way to the next run, which wants its port. */
  private static final AtomicReference<@Nullable Exposure> WAITING = new AtomicReference<>();

  private final Function<Exposure, RunState> state;
  private final Duration lastScrape;
  private final ActiveThreads threads = new ActiveThreads();
  private final CountDownLatch over = new CountDownLatch(1);
  private final AtomicBoolean closed = new AtomicBoolean();
  private final Watch watch;
  private final MetricsServer server;
  private volatile boolean scraped;
  private volatile @Nullable Judgement judged;

  private Exposure(
      MetricsSettings settings,
      List<Objective> objectives,
      Function<Exposure, RunState> state,
      Supplier<Judgement> judge)
      throws IOException {
    this.state = state;
    this.lastScrape = settings.lastScrape();
    this.server =
        MetricsServer.start(
            settings.host(),
            settings.port(),
            new RunMetrics(objectives, settings.mostLabels(), Warning::say),
            this);
    this.watch = Watch.start("slo-metrics", Duration.ZERO, PERIOD, () -> judged = judge.get());
  }

  /**
   * Begins to show a run; empty when that is not possible, which is said.
   *
   * @param state how the run stands
   * @param judge judges the run as it stands; called again and again by one thread
   */
  static Optional<Exposure> start(
      MetricsSettings settings,
      List<Objective> objectives,
      Function<Exposure, RunState> state,
      Supplier<Judgement> judge) {
    Exposure before = WAITING.getAndSet(null);
    if (before != null) {
      before.close();
    }
    try {
      Exposure exposure = new Exposure(settings, objectives, state, judge);
      exposure.announce();
      return Optional.of(exposure);
    } catch (IOException e) {
      Warning.say(
          "the metrics of this run cannot be scraped: nobody can listen at "
              + settings.host()
              + ":"
              + settings.port()
              + " ("
              + e.getMessage()
              + "); another "
              + LoadTestProperties.METRICS_PORT
              + " may be free, and 0 takes any that is");
      return Optional.empty();
    }
  }

  private void announce() {
    LOG.info("The metrics are at {}", server.url());
    if (JMeter.isNonGUI()) {
      System.out.println("Metrics: " + server.url());
      int pause = JMeterUtils.getPropDefault(EXIT_CHECK, EXIT_CHECK_MILLIS);
      if (pause > 0) {
        JMeterUtils.setProperty(EXIT_CHECK, Long.toString(pause + lastScrape.toMillis()));
      }
    }
  }

  /** Called by the thread that has taken a sample which counts. */
  void seen(SampleEvent event) {
    threads.seen(event);
  }

  Map<String, Integer> activeThreads() {
    return threads.now();
  }

  /** The judgement of a second ago or so; empty before the first. */
  Optional<Judgement> judgedSoFar() {
    return Optional.ofNullable(judged);
  }

  @Override
  public RunState state() {
    scraped = true;
    return state.apply(this);
  }

  @Override
  public void answered(RunState shown) {
    if (shown.over()) {
      over.countDown();
    }
  }

  /** The run is over: shows its end once more where somebody scrapes, and then nothing. */
  void endWithLastScrape() {
    watch.end();
    if (!scraped || lastScrape.isZero()) {
      close();
      return;
    }
    WAITING.set(this);
    // No daemon: jmeter -n would end without it.
    Thread waiter = new Thread(this::awaitLastScrape, "slo-metrics-last-scrape");
    waiter.setDaemon(false);
    waiter.start();
  }

  private void awaitLastScrape() {
    try {
      if (!over.await(lastScrape.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.info("Nobody scraped the metrics within {} of the run's end", lastScrape);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    WAITING.compareAndSet(this, null);
    close();
  }

  private void close() {
    if (closed.compareAndSet(false, true)) {
      watch.end();
      server.close();
      over.countDown();
    }
  }
}
