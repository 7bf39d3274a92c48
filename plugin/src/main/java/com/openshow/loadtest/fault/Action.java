package com.openshow.loadtest.fault;

import java.time.Duration;

/** What is done to a system to switch a fault on or off. */
public sealed interface Action permits HttpAction, CommandAction {
  /** The longest time that an action may take. */
  Duration MOST = Duration.ofMinutes(10);

  /** What it is, for a person, without anything that may be a secret. */
  String describe();

  /** After so long it is given up. */
  Duration timeout();

  /**
   * Does it, and waits until it is done, or given up. An interrupt of the calling thread ends what
   * is being done.
   *
   * @return what it came to, for a person: one line, which tells no secret
   * @throws FailedActionException when it could not be done
   * @throws InterruptedException when the calling thread was interrupted
   */
  String perform() throws FailedActionException, InterruptedException;

  /** Refuses a time in which nothing can be done. */
  static void requireTimeout(Duration timeout) {
    if (timeout.toMillis() < 1 || timeout.compareTo(MOST) > 0) {
      throw new IllegalArgumentException(
          "timeout must be more than 0 s and at most "
              + MOST.toSeconds()
              + " s, but was "
              + timeout);
    }
  }
}
