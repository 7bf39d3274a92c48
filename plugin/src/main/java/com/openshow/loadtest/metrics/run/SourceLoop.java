package com.openshow.loadtest.metrics.run;

import com.openshow.loadtest.metrics.BackendObjective;
import com.openshow.loadtest.metrics.MetricsSource;
import com.openshow.loadtest.metrics.Windows;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks one source again and again on a thread of its own: a slow one delays no other. */
final class SourceLoop {
  /** At least so many times as long as an answer took, the source is left alone. */
  private static final int REST = 4;

  private static final Logger LOG = LoggerFactory.getLogger(SourceLoop.class);

  private final MetricsSource source;
  private final List<BackendObjective> objectives;
  private final Windows live;
  private final Duration period;
  private final Consumer<String> tell;
  private final Runnable judged;
  private final Thread thread;
  private final CountDownLatch ending = new CountDownLatch(1);
  private final CountDownLatch over = new CountDownLatch(1);
  private final AtomicReference<@Nullable Windows> atEnd = new AtomicReference<>();
  private volatile @Nullable Round latest;
  private volatile @Nullable Round last;

  /**
   * A loop that does not run yet.
   *
   * @param objectives those that speak of the source
   * @param live when their windows are, while the test runs
   * @param tell takes what somebody should know at the start
   * @param judged called after each round but the last
   */
  SourceLoop(
      MetricsSource source,
      List<BackendObjective> objectives,
      Windows live,
      Duration period,
      Consumer<String> tell,
      Runnable judged) {
    this.source = source;
    this.objectives = List.copyOf(objectives);
    this.live = live;
    this.period = period;
    this.tell = tell;
    this.judged = judged;
    this.thread = new Thread(this::run, "slo-backend-" + source.name());
  }

  List<BackendObjective> objectives() {
    return objectives;
  }

  void start() {
    source.begin();
    thread.setDaemon(true);
    thread.start();
  }

  private void run() {
    try {
      Optional<String> obstacle = source.obstacle();
      if (!Thread.currentThread().isInterrupted()) {
        obstacle.map(this::warning).ifPresent(tell);
      }
      long pause = period.toMillis();
      while (!ending.await(pause, TimeUnit.MILLISECONDS)) {
        long start = System.nanoTime();
        round(live).ifPresent(round -> latest = round);
        judged.run();
        long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        pause = Math.max(period.toMillis() - took, REST * took);
      }
      Windows windows = atEnd.get();
      if (windows != null) {
        round(windows).ifPresent(round -> last = round);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      over.countDown();
    }
  }

  private String warning(String obstacle) {
    return "the source \""
        + source.name()
        + "\" cannot be read at the start of the test, which goes on; what is promised of it is"
        + " judged only if that ends: "
        + obstacle;
  }

  /** A defect of ours must not end the loop: the objectives would stay as they were. */
  private Optional<Round> round(Windows windows) {
    try {
      return Optional.of(Round.of(objectives, source, windows));
    } catch (RuntimeException e) {
      LOG.error("The run goes on, but the source {} could not be judged", source.name(), e);
      return Optional.empty();
    }
  }

  /** How it stood when it was last asked; empty before. */
  Optional<Round> latest() {
    return Optional.ofNullable(last).or(() -> Optional.ofNullable(latest));
  }

  /** Asks it once more, and no more after that. */
  void end(Windows windows) {
    atEnd.set(windows);
    ending.countDown();
  }

  /** What it came to at the end; empty when that takes longer than there is patience. */
  Optional<Round> await(Duration patience) throws InterruptedException {
    return over.await(patience.toMillis(), TimeUnit.MILLISECONDS)
        ? Optional.ofNullable(last)
        : Optional.empty();
  }

  void close() {
    ending.countDown();
    thread.interrupt();
    source.close();
  }
}
