package com.openshow.loadtest.metrics.scrape;

import com.openshow.loadtest.metrics.TimeRange;
import com.openshow.loadtest.metrics.promql.Selector;
import com.openshow.loadtest.metrics.series.LabelMatcher;
import com.openshow.loadtest.metrics.series.SampleReader;
import com.openshow.loadtest.metrics.series.SeriesStore;
import com.openshow.loadtest.metrics.series.StoredSamples;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether the pages could be had over a time. Only those matter that a question is about: which say
 * series that it selects, or never said anything, so that nobody knows.
 */
final class Uptime {
  /** A page that failed more often was not there, and did not only hiccup. */
  private static final double MOST_FAILED = 0.1;

  private static final LabelMatcher UP = LabelMatcher.metric(Page.UP);

  private final List<Scraper> scrapers;
  private final SeriesStore store;

  Uptime(List<Scraper> scrapers, SeriesStore store) {
    this.scrapers = scrapers;
    this.store = store;
  }

  /**
   * What is to be said of the pages.
   *
   * @param doubts why what they say may not be all of the truth
   * @param notes what did not matter, but should be known
   */
  record Word(List<String> doubts, List<String> notes) {}

  /** What is to be said of an answer to a question with these selectors. */
  Word over(TimeRange range, List<Selector> selectors) {
    List<String> doubts = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (Scraper scraper : scrapers) {
      if (selectors.stream().anyMatch(selector -> concerns(selector, scraper.page()))) {
        for (StoredSamples up : samples(scraper.page(), List.of(UP), range.from().toEpochMilli())) {
          judge(scraper, up.reader(), range, doubts, notes);
        }
      }
    }
    return new Word(doubts, notes);
  }

  /** The series up tells of failures itself: of it, nothing is missing. */
  private boolean concerns(Selector selector, Page page) {
    return !selector.matchers().contains(UP)
        && selector.matchers().stream()
            .filter(matcher -> Page.OWN.contains(matcher.name()))
            .allMatch(matcher -> matcher.matches(page.up()))
        && (page.saidNothing() || !samples(page, selector.matchers(), 0).isEmpty());
  }

  private List<StoredSamples> samples(Page page, List<LabelMatcher> matchers, long fromMillis) {
    List<LabelMatcher> ofPage = new ArrayList<>(matchers);
    for (String label : Page.OWN) {
      ofPage.add(LabelMatcher.of(label, LabelMatcher.How.EQUAL, page.up().get(label)));
    }
    return store.select(ofPage, fromMillis);
  }

  private static void judge(
      Scraper scraper,
      SampleReader reader,
      TimeRange range,
      List<String> doubts,
      List<String> notes) {
    long all = 0;
    long failed = 0;
    long firstFailure = 0;
    boolean lastFailed = false;
    while (reader.next()) {
      if (!range.contains(reader.millis()) || reader.isStale()) {
        continue;
      }
      all++;
      lastFailed = reader.value() == 0;
      if (lastFailed) {
        firstFailure = failed == 0 ? reader.millis() : firstFailure;
        failed++;
      }
    }
    if (failed == 0) {
      return;
    }
    String text =
        scraper.page().instance()
            + " could not be scraped "
            + failed
            + " of "
            + all
            + " times, first at "
            + Instant.ofEpochMilli(firstFailure)
            + Optional.of(scraper)
                .flatMap(Scraper::problem)
                .map(why -> " (" + why + ")")
                .orElse("");
    (lastFailed || failed > MOST_FAILED * all ? doubts : notes).add(text);
  }
}
