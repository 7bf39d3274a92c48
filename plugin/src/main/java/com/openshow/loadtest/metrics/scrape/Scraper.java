package com.openshow.loadtest.metrics.scrape;

import com.openshow.loadtest.metrics.exposition.Exposition;
import com.openshow.loadtest.metrics.exposition.MalformedExpositionException;
import com.openshow.loadtest.metrics.http.Deadline;
import com.openshow.loadtest.metrics.http.FetchException;
import com.openshow.loadtest.metrics.http.HttpAnswer;
import com.openshow.loadtest.metrics.http.HttpConnection;
import com.openshow.loadtest.metrics.http.Parameters;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Scrapes one page once, when it is told to. One thread at a time. */
final class Scraper {
  /** What a page may have at most; Prometheus's own pages have some 100 kB. */
  static final long LIMIT = 16L << 20;

  private static final int OK = 200;
  private static final Logger LOG = LoggerFactory.getLogger(Scraper.class);

  private final HttpConnection connection;
  private final Page page;
  private final Duration timeout;
  private final Clock clock;
  private final BackOff backOff;
  private volatile Optional<String> problem = Optional.empty();

  Scraper(HttpConnection connection, Page page, Duration interval, Duration timeout, Clock clock) {
    this.connection = connection;
    this.page = page;
    this.timeout = timeout;
    this.clock = clock;
    this.backOff = new BackOff(interval);
  }

  Page page() {
    return page;
  }

  /** Why the page could not be had the last time; empty when it could. */
  Optional<String> problem() {
    return problem;
  }

  /**
   * Scrapes the page.
   *
   * @return how long after the start of this scrape the next one is due
   */
  Duration scrape() throws InterruptedException {
    long millis = clock.millis();
    try (HttpAnswer answer = connection.get("", Parameters.NONE, Deadline.in(timeout), LIMIT)) {
      if (answer.status() != OK) {
        failed("the answer has status " + answer.status() + ", expected 200", millis);
      } else {
        page.succeeded(
            Exposition.parse(
                answer.body().readAllBytes(), answer.header("Content-Type").orElse("")),
            millis);
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
    return backOff.next();
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
