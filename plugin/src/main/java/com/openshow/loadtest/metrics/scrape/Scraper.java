package com.openshow.loadtest.metrics.scrape;

import com.openshow.loadtest.metrics.exposition.Exposition;
import com.openshow.loadtest.metrics.exposition.MalformedExpositionException;
import com.openshow.loadtest.metrics.http.Deadline;
import com.openshow.loadtest.metrics.http.FetchException;
import com.openshow.loadtest.metrics.http.HttpAnswer;
import com.openshow.loadtest.metrics.http.HttpConnection;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Scrapes one page once, when it is told to. One thread at a time. */
final class Scraper {
  /** What a page may have at most; Prometheus's own pages have some 100 kB. */
  static final int LIMIT = 16 << 20;

  private static final String GZIP = "gzip";
  private static final int OK = 200;
  private static final Logger LOG = LoggerFactory.getLogger(Scraper.class);

  private final HttpConnection connection;
  private final Page page;
  private final Duration timeout;
  private final Clock clock;
  private final Ticks ticks;
  private final BackOff backOff;
  private final CountDownLatch first = new CountDownLatch(1);
  private volatile Optional<String> problem = Optional.empty();

  Scraper(HttpConnection connection, Page page, Duration interval, Duration timeout, Clock clock) {
    this.connection = connection;
    this.page = page;
    this.timeout = timeout;
    this.clock = clock;
    this.ticks = new Ticks(interval, clock.millis());
    this.backOff = new BackOff(interval);
  }

  Page page() {
    return page;
  }

  /** Why the page could not be had the last time; empty when it could. */
  Optional<String> problem() {
    return problem;
  }

  /** Waits until it was scraped at least once, and no longer than that. */
  void awaitFirst(Deadline deadline) throws InterruptedException {
    boolean unused = first.await(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
  }

  /**
   * Scrapes the page.
   *
   * @return how long from now the next scrape is due
   */
  Duration scrape() throws InterruptedException {
    long millis = ticks.timeOf(clock.millis());
    try (HttpAnswer answer = connection.getPacked(GZIP, Deadline.in(timeout), LIMIT)) {
      if (answer.status() != OK) {
        failed("the answer has status " + answer.status() + ", expected 200", millis);
      } else {
        page.succeeded(
            Exposition.parse(text(answer), answer.header("Content-Type").orElse("")), millis);
        problem = Optional.empty();
        backOff.succeeded();
      }
    } catch (MalformedExpositionException e) {
      failed("what it says is no page of metrics: " + e.getMessage(), millis);
    } catch (FetchException e) {
      failed(String.valueOf(e.getMessage()), millis);
    } catch (IOException e) {
      failed("the answer could not be read: " + e.getMessage(), millis);
    }
    first.countDown();
    return ticks.next(clock.millis(), backOff.next());
  }

  /** A few packed bytes can be gigabytes of text. */
  private static byte[] text(HttpAnswer answer) throws IOException {
    boolean isPacked = answer.header("Content-Encoding").orElse("").equalsIgnoreCase(GZIP);
    try (InputStream in = isPacked ? new GZIPInputStream(answer.body()) : answer.body()) {
      byte[] text = in.readNBytes(LIMIT + 1);
      if (text.length > LIMIT) {
        throw FetchException.lasting(
            "the page has more than " + (LIMIT >> 20) + " MiB", "expose fewer series");
      }
      return text;
    }
  }

  private void failed(String why, long millis) {
    String text = connection.mask(connection.text("") + ": " + why);
    if (problem.isEmpty()) {
      LOG.warn("{}", text);
    }
    problem = Optional.of(text);
    page.failed(millis);
    backOff.failed();
  }
}
