package com.openshow.loadtest.metrics.http;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why there is no answer that could be used. */
public final class FetchException extends IOException {
  private static final long serialVersionUID = 1;

  private final String what;
  private final String advice;
  private final boolean passing;
  private final @Nullable Duration pause;

  private FetchException(
      String what,
      String advice,
      boolean passing,
      @Nullable Duration pause,
      @Nullable Throwable cause) {
    super(what + "; " + advice, cause);
    this.what = what;
    this.advice = advice;
    this.passing = passing;
    this.pause = pause;
  }

  /**
   * A failure that will be the same when asked again.
   *
   * @param what what happened, where it helps with what was expected
   * @param advice what to do
   */
  public static FetchException lasting(String what, String advice) {
    return new FetchException(what, advice, false, null, null);
  }

  /** A failure that may have passed when asked again. */
  public static FetchException passing(String what, String advice) {
    return new FetchException(what, advice, true, null, null);
  }

  /** Likewise, but not before so much time. */
  FetchException after(Duration wanted) {
    return new FetchException(what, advice, passing, wanted, getCause());
  }

  FetchException causedBy(Throwable cause) {
    return new FetchException(what, advice, passing, pause, cause);
  }

  /** The same with something more about what happened. */
  FetchException noting(String more) {
    return new FetchException(what + more, advice, passing, pause, getCause());
  }

  /** What happened. */
  public String what() {
    return what;
  }

  /** What to do. */
  public String advice() {
    return advice;
  }

  /** Whether it may help to ask again. */
  public boolean isPassing() {
    return passing;
  }

  /** How long the server wants to be left alone. */
  public Optional<Duration> pause() {
    return Optional.ofNullable(pause);
  }
}
