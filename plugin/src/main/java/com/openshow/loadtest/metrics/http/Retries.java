package com.openshow.loadtest.metrics.http;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Predicate;

/** Asks again what failed in a way that may pass, each time after a longer pause. */
public final class Retries {
  /** How often something is tried at the most. */
  public static final int ATTEMPTS = 4;

  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);

  private final Pause pause;

  public Retries(Pause pause) {
    this.pause = pause;
  }

  /** What is tried; it must not matter whether it is done once or several times. */
  public interface Attempt<T> {
    /** Tries it once. */
    T run() throws IOException, InterruptedException;
  }

  /**
   * The first success.
   *
   * @param deadline after which nothing is begun
   * @throws FetchException the last failure, with how often it was tried
   */
  public <T> T run(Deadline deadline, Attempt<T> attempt) throws IOException, InterruptedException {
    Duration rest = FIRST_PAUSE;
    for (int number = 1; ; number++) {
      try {
        return attempt.run();
      } catch (FetchException e) {
        Duration wanted = e.pause().filter(longer(rest)).orElse(rest);
        if (!e.isPassing() || number == ATTEMPTS || wanted.compareTo(deadline.remaining()) >= 0) {
          throw number == 1 ? e : e.noting(" (tried " + number + " times)");
        }
        pause.pass(wanted);
        rest = rest.multipliedBy(2);
      }
    }
  }

  private static Predicate<Duration> longer(Duration rest) {
    return asked -> asked.compareTo(rest) > 0;
  }
}
