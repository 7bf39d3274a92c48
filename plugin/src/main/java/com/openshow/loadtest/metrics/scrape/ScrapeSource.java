package com.openshow.loadtest.metrics.scrape;

import com.openshow.loadtest.metrics.MetricsSource;
import com.openshow.loadtest.metrics.Point;
import com.openshow.loadtest.metrics.Reading;
import com.openshow.loadtest.metrics.Series;
import com.openshow.loadtest.metrics.TimeRange;
import com.openshow.loadtest.metrics.exposition.Exposition;
import com.openshow.loadtest.metrics.http.Deadline;
import com.openshow.loadtest.metrics.http.Header;
import com.openshow.loadtest.metrics.http.HttpConnection;
import com.openshow.loadtest.metrics.http.HttpSettings;
import com.openshow.loadtest.metrics.http.HttpUrl;
import com.openshow.loadtest.metrics.http.InvalidSettingsException;
import com.openshow.loadtest.metrics.http.SecretLookup;
import com.openshow.loadtest.metrics.promql.Budget;
import com.openshow.loadtest.metrics.promql.EvaluationException;
import com.openshow.loadtest.metrics.promql.PromQl;
import com.openshow.loadtest.metrics.promql.PromQlException;
import com.openshow.loadtest.metrics.promql.Query;
import com.openshow.loadtest.metrics.promql.Selector;
import com.openshow.loadtest.metrics.series.SampleReader;
import com.openshow.loadtest.metrics.series.SeriesStore;
import com.openshow.loadtest.metrics.series.StoreLimits;
import com.openshow.loadtest.metrics.series.StoredSamples;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Scrapes pages while a test runs, and answers as a Prometheus that scraped them would. Its few
 * threads are its own; what it keeps has a limit.
 */
public final class ScrapeSource implements MetricsSource {
  private static final int MOST_THREADS = 4;
  private static final int MOST_STEPS = 11_000;
  private static final long MOST_POINTS = 2_000_000;
  private static final Logger LOG = LoggerFactory.getLogger(ScrapeSource.class);

  private final String name;
  private final Duration interval;
  private final Duration timeout;
  private final SeriesStore store;
  private final List<Scraper> scrapers;
  private final Uptime uptime;
  private final ScheduledExecutorService threads;
  private final AtomicBoolean begun = new AtomicBoolean();

  ScrapeSource(
      ScrapeSettings settings, List<HttpConnection> connections, SeriesStore store, Clock clock) {
    this.name = settings.name();
    this.interval = settings.interval();
    this.timeout = settings.http().timeout();
    this.store = store;
    List<Scraper> all = new ArrayList<>();
    for (HttpConnection connection : connections) {
      Page page = new Page(name, instance(connection.url()), store);
      all.add(new Scraper(connection, page, interval, timeout, clock));
    }
    this.scrapers = List.copyOf(all);
    this.uptime = new Uptime(scrapers, store);
    this.threads =
        Executors.newScheduledThreadPool(
            Math.min(MOST_THREADS, scrapers.size()),
            task -> {
              Thread thread = new Thread(task, "slo-scrape-" + name);
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Makes ready to scrape, without asking yet.
   *
   * @param lookup finds the secrets that the settings refer to
   * @throws InvalidSettingsException with all that is wrong with secrets and files
   */
  public static ScrapeSource open(ScrapeSettings settings, SecretLookup lookup)
      throws InvalidSettingsException {
    List<Header> headers = new ArrayList<>(settings.http().headers());
    if (headers.stream().noneMatch(header -> header.name().equalsIgnoreCase("accept"))) {
      headers.add(new Header.Plain("Accept", Exposition.ACCEPT));
    }
    HttpSettings http = settings.http().with(headers);
    List<HttpConnection> connections = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (HttpUrl url : settings.urls()) {
      try {
        connections.add(HttpConnection.open(url, http, lookup));
      } catch (InvalidSettingsException e) {
        e.problems().stream().filter(why -> !problems.contains(why)).forEach(problems::add);
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidSettingsException(problems);
    }
    return new ScrapeSource(
        settings, connections, new SeriesStore(StoreLimits.USUAL), Clock.systemUTC());
  }

  /** As Prometheus: host and port, whether the port is written or not. */
  private static String instance(HttpUrl url) {
    URI uri = URI.create(url.toString());
    int port = uri.getPort() >= 0 ? uri.getPort() : url.isSecure() ? 443 : 80;
    return url.host().toLowerCase(Locale.ROOT) + ":" + port;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void begin() {
    if (!begun.getAndSet(true)) {
      scrapers.forEach(scraper -> schedule(scraper, Duration.ZERO));
    }
  }

  /** Waits for the first scrape of each page. */
  @Override
  public Optional<String> obstacle() {
    Deadline deadline = Deadline.in(timeout);
    try {
      for (Scraper scraper : scrapers) {
        scraper.awaitFirst(deadline);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of("the question was interrupted: the test was told to end");
    }
    String problems =
        scrapers.stream()
            .flatMap(scraper -> scraper.problem().stream())
            .collect(Collectors.joining("; "));
    return Optional.of(problems).filter(text -> !text.isEmpty());
  }

  private void schedule(Scraper scraper, Duration delay) {
    try {
      ScheduledFuture<?> unused =
          threads.schedule(() -> scrape(scraper), delay.toNanos(), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException e) {
      LOG.debug("No more scrapes of {}: it is closed", name, e);
    }
  }

  private void scrape(Scraper scraper) {
    Duration next = interval;
    try {
      next = scraper.scrape();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    } catch (RuntimeException e) {
      LOG.error("A scrape failed, and the next one comes in its time", e);
    }
    schedule(scraper, next);
  }

  @Override
  public Reading read(String query, TimeRange range) {
    Duration step = step(range);
    try {
      Query parsed = PromQl.parse(query);
      Budget budget = new Budget(System::nanoTime, timeout, MOST_POINTS);
      return values(parsed.over(store, range, step, budget), step, range, parsed.selectors());
    } catch (PromQlException e) {
      return new Reading.Unavailable("the query cannot be read: " + e.getMessage());
    } catch (EvaluationException e) {
      return new Reading.Unavailable("the query cannot be evaluated: " + e.getMessage());
    }
  }

  private Duration step(TimeRange range) {
    long least = range.length().toMillis() / MOST_STEPS + 1;
    return interval.toMillis() >= least ? interval : Duration.ofMillis(least);
  }

  @Override
  public Reading raw(String selector, TimeRange range) {
    try {
      List<Series> series = new ArrayList<>();
      Selector parsed = PromQl.parseSelector(selector);
      for (StoredSamples samples : store.select(parsed.matchers(), range.from().toEpochMilli())) {
        List<Point> points = points(samples.reader(), range);
        if (!points.isEmpty()) {
          series.add(new Series(samples.labels().toMap(), points));
        }
      }
      return values(series, interval, range, List.of(parsed));
    } catch (PromQlException e) {
      return new Reading.Unavailable("the selector cannot be read: " + e.getMessage());
    }
  }

  private static List<Point> points(SampleReader reader, TimeRange range) {
    List<Point> points = new ArrayList<>();
    while (reader.next()) {
      if (!reader.isStale() && range.contains(reader.millis())) {
        points.add(new Point(reader.millis(), reader.value()));
      }
    }
    return points;
  }

  private Reading values(
      List<Series> series, Duration step, TimeRange range, List<Selector> selectors) {
    Uptime.Word word = uptime.over(range, selectors);
    List<String> doubts = new ArrayList<>(word.doubts());
    store
        .overflow()
        .filter(full -> full.sinceMillis() <= range.to().toEpochMilli())
        .ifPresent(
            full ->
                doubts.add(
                    "not all series were kept since "
                        + Instant.ofEpochMilli(full.sinceMillis())
                        + ": the limit of "
                        + full.limit()
                        + " was reached; scrape fewer pages"));
    return new Reading.Values(series, step, doubts, word.notes());
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
