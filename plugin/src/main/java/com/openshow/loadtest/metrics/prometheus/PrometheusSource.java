package com.openshow.loadtest.metrics.prometheus;

import com.openshow.loadtest.metrics.MetricsSource;
import com.openshow.loadtest.metrics.Reading;
import com.openshow.loadtest.metrics.Series;
import com.openshow.loadtest.metrics.TimeRange;
import com.openshow.loadtest.metrics.http.Deadline;
import com.openshow.loadtest.metrics.http.FetchException;
import com.openshow.loadtest.metrics.http.Foreign;
import com.openshow.loadtest.metrics.http.HttpConnection;
import com.openshow.loadtest.metrics.http.InvalidSettingsException;
import com.openshow.loadtest.metrics.http.Pause;
import com.openshow.loadtest.metrics.http.Retries;
import com.openshow.loadtest.metrics.http.SecretLookup;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * A Prometheus, or what speaks its HTTP API: Thanos, Mimir, Cortex, VictoriaMetrics. Remembers by
 * itself, so there is nothing to begin and nothing to close. Asks one question at a time, on the
 * thread of who asks, which may be interrupted; other threads wait, for their own timeout at most.
 */
public final class PrometheusSource implements MetricsSource {
  private final PrometheusSettings settings;
  private final HttpConnection connection;
  private final Clock clock;
  private final Limits limits;
  private final Api api;
  private final RawReader raw;
  private final TargetWatch targets;
  private final ServerClock serverClock;
  private final ReentrantLock turn = new ReentrantLock();

  PrometheusSource(
      PrometheusSettings settings,
      HttpConnection connection,
      Clock clock,
      Pause pause,
      Limits limits) {
    this.settings = settings;
    this.connection = connection;
    this.clock = clock;
    this.limits = limits;
    this.api = new Api(connection, new Retries(pause), limits);
    this.raw = new RawReader(api, limits);
    this.targets = new TargetWatch(raw, api, limits);
    this.serverClock = new ServerClock(api, clock);
  }

  /**
   * Makes ready to ask, without asking yet: see {@link #obstacle}.
   *
   * @param lookup finds the secrets that the settings refer to
   * @throws InvalidSettingsException with all that is wrong with secrets and files
   */
  public static PrometheusSource open(PrometheusSettings settings, SecretLookup lookup)
      throws InvalidSettingsException {
    return new PrometheusSource(
        settings,
        HttpConnection.open(settings.url(), settings.http(), lookup),
        Clock.systemUTC(),
        Pause.SLEEP,
        Limits.USUAL);
  }

  @Override
  public String name() {
    return settings.name();
  }

  @Override
  public Optional<String> obstacle() {
    return inTurn(
        deadline -> {
          serverClock.skew(deadline);
          return Optional.empty();
        },
        Optional::of);
  }

  @Override
  public Reading read(String query, TimeRange range) {
    return reading(range, (asked, deadline) -> range(query, asked, deadline));
  }

  @Override
  public Reading raw(String selector, TimeRange range) {
    return reading(range, (asked, deadline) -> samples(selector, asked, deadline));
  }

  /** What the server says of times that it has reached. */
  @FunctionalInterface
  private interface Measure {
    Reading take(Asked asked, Deadline deadline) throws IOException, InterruptedException;
  }

  private Reading reading(TimeRange range, Measure measure) {
    return inTurn(
        deadline -> {
          Asked asked = asked(range, deadline, new Findings());
          return asked.isAhead()
              ? valued(List.of(), asked.step(), asked)
              : measure.take(asked, deadline);
        },
        Reading.Unavailable::new);
  }

  private Reading range(String query, Asked asked, Deadline deadline)
      throws IOException, InterruptedException {
    Joined joined = new Joined(limits.points());
    Findings findings = asked.findings();
    int strays = 0;
    for (Grid part : asked.grid().parts()) {
      Answer answer = api.queryRange(query, part, joined.left(), deadline);
      requireNumbers(answer, findings);
      strays += joined.add(answer, part::has);
    }
    if (strays > 0) {
      findings.doubt(
          strays
              + " points were of other moments than those asked for, and are left out: have the"
              + " server not move times (Mimir: align_queries_with_step)");
    }
    List<Series> series = new Verification(asked).series(joined, 0);
    targets.look(query, joined.series().keySet(), asked, deadline);
    return valued(series, asked.step(), asked);
  }

  private static void requireNumbers(Answer answer, Findings findings) throws FetchException {
    switch (answer.type()) {
      case Answer.MATRIX -> {}
      case Answer.VECTOR, Answer.SCALAR ->
          findings.doubt("the server answered with a " + answer.type() + " instead of a matrix");
      default -> throw Complaints.wrongType(answer.type(), "a number over time");
    }
  }

  private Reading samples(String selector, Asked asked, Deadline deadline)
      throws IOException, InterruptedException {
    Joined joined = raw.read(selector, asked.grid(), deadline);
    Duration step = joined.medianStep().orElse(asked.step());
    List<Series> series = new Verification(asked).series(joined, 2 * step.toMillis());
    targets.look(selector, joined.series().keySet(), asked, deadline);
    return valued(series, step, asked);
  }

  private Reading valued(List<Series> series, Duration step, Asked asked) {
    return new Reading.Values(
        series, step, masked(asked.findings().doubts()), masked(asked.findings().notes()));
  }

  private Asked asked(TimeRange range, Deadline deadline, Findings findings)
      throws IOException, InterruptedException {
    Optional<Skew> skew = serverClock.skew(deadline);
    skew.ifPresentOrElse(
        known -> known.tell(findings),
        () -> findings.doubt("the server does not tell its clock, which may be wrong"));
    return Asked.of(
        range, clock.millis(), skew.map(Skew::correction).orElse(0L), settings.step(), findings);
  }

  private List<String> masked(List<String> texts) {
    return texts.stream().map(connection::mask).toList();
  }

  /** What is asked within one deadline. */
  private interface Question<T> {
    T ask(Deadline deadline) throws IOException, InterruptedException;
  }

  /**
   * Asks when nobody else does.
   *
   * @param otherwise makes an answer of the reason why there is none
   */
  private <T> T inTurn(Question<T> question, Function<String, T> otherwise) {
    Deadline deadline = Deadline.in(settings.http().timeout());
    boolean isOurs = false;
    try {
      isOurs = turn.tryLock(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
      if (!isOurs) {
        throw FetchException.lasting(
            "other questions took all of the "
                + Foreign.seconds(deadline.length())
                + " allowed for this one",
            "see how the server fares, or raise the timeout");
      }
      return question.ask(deadline);
    } catch (InterruptedException | InterruptedIOException e) {
      Thread.currentThread().interrupt();
      return otherwise.apply(reason("the question was interrupted: the test was told to end"));
    } catch (FetchException e) {
      if (isOurs && deadline.isOver()) {
        serverClock.distrust();
      }
      return otherwise.apply(reason(e.what() + "; " + e.advice()));
    } catch (IOException | RuntimeException e) {
      // Whatever mistake of ours it is, the test goes on.
      return otherwise.apply(reason("the question failed: " + Foreign.text(e.toString())));
    } finally {
      if (isOurs) {
        turn.unlock();
      }
    }
  }

  private String reason(String what) {
    return connection.mask(name() + " at " + connection.url() + ": " + what);
  }

  /** Ends nothing: who still asks is answered. */
  @Override
  public void close() {}

  @Override
  public String toString() {
    return name() + " at " + connection.url();
  }
}
