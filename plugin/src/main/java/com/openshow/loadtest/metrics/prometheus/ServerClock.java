package com.openshow.loadtest.metrics.prometheus;

import com.openshow.loadtest.metrics.http.Deadline;
import com.openshow.loadtest.metrics.http.FetchException;
import com.openshow.loadtest.metrics.http.HttpAnswer;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Measures the server's clock. Since that needs an answer to the cheapest of questions, it also
 * knows early that a server does not answer at all: then all that is asked within the next seconds
 * fails at once, so that twenty objectives do not wait for a dead server twenty times.
 */
final class ServerClock {
  private static final Duration AGE = Duration.ofSeconds(30);
  private static final Duration QUIET = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int ATTEMPTS = 3;
  private static final long EXACT_MILLIS = 20;
  private static final long DATE_RESOLUTION_MILLIS = 1000;

  private final Api api;
  private final Clock clock;
  private @Nullable Skew skew;
  private @Nullable FetchException failure;
  private @Nullable Deadline until;

  ServerClock(Api api, Clock clock) {
    this.api = api;
    this.clock = clock;
  }

  /**
   * How the clocks stand, measured anew when that was long ago.
   *
   * @return empty when the server does not tell
   * @throws FetchException when it cannot be asked, or just could not be
   */
  Optional<Skew> skew(Deadline deadline) throws IOException, InterruptedException {
    if (until != null && !until.isOver()) {
      if (failure != null) {
        throw FetchException.lasting(failure.what() + ", a few seconds ago", failure.advice());
      }
      return Optional.ofNullable(skew);
    }
    try {
      skew = measured(deadline.orIn(PATIENCE)).orElse(null);
      failure = null;
      until = Deadline.in(AGE);
      return Optional.ofNullable(skew);
    } catch (FetchException e) {
      failure = e;
      until = Deadline.in(QUIET);
      throw e;
    }
  }

  /** The server did not answer something else: it is asked for its clock before the next. */
  void distrust() {
    if (failure == null) {
      until = null;
    }
  }

  private Optional<Skew> measured(Deadline deadline) throws IOException, InterruptedException {
    Skew best = null;
    for (int i = 0; i < ATTEMPTS; i++) {
      Optional<Skew> next = once(deadline);
      if (next.isEmpty()) {
        return next;
      }
      if (best == null || next.get().uncertaintyMillis() < best.uncertaintyMillis()) {
        best = next.get();
      }
      // The first exchange has a connection made, too.
      if (best.uncertaintyMillis() <= EXACT_MILLIS) {
        break;
      }
    }
    return Optional.ofNullable(best);
  }

  private Optional<Skew> once(Deadline deadline) throws IOException, InterruptedException {
    return api.now("time()", deadline, () -> new Exchange(clock, clock.millis()));
  }

  /** One question for the time, and when it was asked. */
  private record Exchange(Clock clock, long before) implements Api.Use<Optional<Skew>> {
    private static final Set<Integer> KNOWS_NO_TIME = Set.of(400, 422);

    @Override
    public Optional<Skew> of(HttpAnswer answer) throws IOException {
      long after = clock.millis();
      if (!KNOWS_NO_TIME.contains(answer.status())) {
        Answer read = Api.success(answer, 1);
        if (read.tracks().size() == 1 && read.tracks().get(0).samples().size() == 1) {
          long server = Numbers.millis(read.tracks().get(0).samples().value(0));
          return Optional.of(Skew.between(before, server, after, 0));
        }
      }
      return answer
          .header("Date")
          .flatMap(Exchange::millis)
          .map(server -> Skew.between(before, server, after, DATE_RESOLUTION_MILLIS));
    }

    private static Optional<Long> millis(String date) {
      try {
        return Optional.of(
            ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                .toInstant()
                .toEpochMilli());
      } catch (DateTimeException e) {
        return Optional.empty();
      }
    }
  }
}
