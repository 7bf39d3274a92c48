package com.openshow.loadtest.fault;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One fault of one test: switched on at most once, and then off exactly once, whoever asks for it
 * first. Whoever asks for that later gets to know what it came to. It is done by threads of its
 * own: neither the end nor the interrupt of a thread that asks leaves a fault on. Safe for any
 * number of threads.
 */
public final class RunningFault {
  /** So often somebody tries to switch it off. */
  public static final int ATTEMPTS = 3;

  /** So long a start that goes on may still take when the fault is to be switched off. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(1);

  private final Fault fault;
  private final Clock clock;
  private final Pause pause;
  private final FaultJournal journal;
  private final Observer observer;
  private final CompletableFuture<Done> started = new CompletableFuture<>();
  private final CompletableFuture<Done> stopped = new CompletableFuture<>();
  private @Nullable Thread starter;
  private boolean isOver;

  /** Lets time go by. */
  @FunctionalInterface
  public interface Pause {
    /** The pause of the real world. */
    Pause SLEEP = time -> TimeUnit.MILLISECONDS.sleep(time.toMillis());

    /** Waits so long. */
    void of(Duration time) throws InterruptedException;
  }

  /** Gets to know when a fault was switched. */
  @FunctionalInterface
  public interface Observer {
    /** It was switched, or could not be; called once for each. */
    void switched(Fault fault, boolean on, Done done);
  }

  /**
   * A fault that is off.
   *
   * @param journal where it stands as long as it is on
   */
  public RunningFault(
      Fault fault, Clock clock, Pause pause, FaultJournal journal, Observer observer) {
    this.fault = fault;
    this.clock = clock;
    this.pause = pause;
    this.journal = journal;
    this.observer = observer;
  }

  /** What it is. */
  public Fault fault() {
    return fault;
  }

  /** Whether nobody has tried to switch it on yet, and somebody may. */
  public synchronized boolean isNew() {
    return starter == null && !isOver;
  }

  /** What switching it on came to; empty when that did not happen, or goes on. */
  public Optional<Done> on() {
    return Optional.ofNullable(started.getNow(null));
  }

  /**
   * Switches it on. Even when that failed it must be switched off: half of it may be done.
   *
   * @return empty when somebody has done so before, or it is to stay off
   */
  public Optional<Done> start() {
    synchronized (this) {
      if (starter != null || isOver) {
        return Optional.empty();
      }
      starter =
          thread(
              "fault-start-" + fault.name(),
              true,
              started,
              () -> {
                journal.begin(fault, clock.instant());
                return perform(fault.start(), clock.instant());
              });
      starter.start();
    }
    return Optional.of(started.join());
  }

  /**
   * Switches it off, if anybody has tried to switch it on, and waits for that. From now on nobody
   * can switch it on.
   *
   * @return empty when nobody has tried to switch it on
   */
  public Optional<Done> stop() {
    synchronized (this) {
      boolean isFirst = !isOver;
      isOver = true;
      Thread starting = starter;
      if (starting == null) {
        return Optional.empty();
      }
      if (isFirst) {
        thread("fault-stop-" + fault.name(), false, stopped, () -> stopAfter(starting)).start();
      }
    }
    return Optional.of(stopped.join());
  }

  private Done stopAfter(Thread starting) throws InterruptedException {
    try {
      started.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      starting.interrupt();
      started.join();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a start always comes to something", e);
    }
    Instant from = clock.instant();
    Done done = perform(fault.stop(), from);
    for (int attempt = 1; attempt < ATTEMPTS && !done.succeeded(); attempt++) {
      pause.of(BETWEEN_ATTEMPTS);
      done = perform(fault.stop(), from);
    }
    if (done.succeeded()) {
      journal.end(fault);
    }
    return done;
  }

  private Done perform(Action action, Instant from) {
    try {
      return done(from, true, action.perform());
    } catch (FailedActionException e) {
      return done(from, false, String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      return done(from, false, action.describe() + " was given up when the test was stopped");
    }
  }

  private Done done(Instant from, boolean succeeded, String message) {
    Instant to = clock.instant();
    return new Done(from, to.isBefore(from) ? from : to, succeeded, message);
  }

  /** What a thread does. */
  @FunctionalInterface
  private interface Work {
    Done run() throws InterruptedException;
  }

  /** A thread that completes a future, whatever happens. */
  private Thread thread(String name, boolean on, CompletableFuture<Done> result, Work work) {
    return new Thread(
        () -> {
          Done done = whateverHappens(work);
          try {
            observer.switched(fault, on, done);
          } finally {
            result.complete(done);
          }
        },
        name);
  }

  private Done whateverHappens(Work work) {
    Instant from = clock.instant();
    try {
      return work.run();
    } catch (InterruptedException | RuntimeException e) {
      return done(from, false, "unexpected: " + e);
    }
  }
}
