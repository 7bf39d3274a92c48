package com.openshow.loadtest.metrics.scrape;

import com.openshow.loadtest.metrics.Series;
import com.openshow.loadtest.metrics.exposition.ExposedSample;
import com.openshow.loadtest.metrics.series.Labels;
import com.openshow.loadtest.metrics.series.Sample;
import com.openshow.loadtest.metrics.series.SeriesStore;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The series of one page, as Prometheus keeps them: those that are not there any more end, and
 * {@code up} says whether the page could be had.
 */
final class Page {
  /** The name of the series that says whether the page could be had. */
  static final String UP = "up";

  private static final String JOB = "job";
  private static final String INSTANCE = "instance";
  private static final String EXPORTED = "exported_";

  /** The labels that all series of a page have in common. */
  static final List<String> OWN = List.of(JOB, INSTANCE);

  private final String job;
  private final String instance;
  private final SeriesStore store;
  private final Labels up;
  private Set<Labels> there = Set.of();
  private volatile boolean saidNothing = true;

  Page(String job, String instance, SeriesStore store) {
    this.job = job;
    this.instance = instance;
    this.store = store;
    this.up = Labels.of(Map.of(Series.NAME, UP, JOB, job, INSTANCE, instance));
  }

  String instance() {
    return instance;
  }

  /** The series that says whether the page could be had. */
  Labels up() {
    return up;
  }

  /** Whether it could never be had: nobody knows what series it has. */
  boolean saidNothing() {
    return saidNothing;
  }

  /** Takes in what was scraped. */
  void succeeded(List<ExposedSample> exposed, long millis) {
    Set<Labels> now = new HashSet<>();
    List<Sample> batch = new ArrayList<>();
    for (ExposedSample sample : exposed) {
      Labels labels = labelled(sample.labels());
      batch.add(Sample.of(labels, sample.millis().orElse(millis), sample.value()));
      // Who tells its own times says itself when it ends.
      if (sample.millis().isEmpty()) {
        now.add(labels);
      }
    }
    end(now, millis, batch);
    batch.add(Sample.of(up, millis, 1));
    store.add(batch);
    there = now;
    saidNothing = false;
  }

  /** Takes in that the page could not be had. */
  void failed(long millis) {
    List<Sample> batch = new ArrayList<>();
    end(Set.of(), millis, batch);
    batch.add(Sample.of(up, millis, 0));
    store.add(batch);
    there = Set.of();
  }

  private void end(Set<Labels> now, long millis, List<Sample> batch) {
    for (Labels before : there) {
      if (!now.contains(before)) {
        batch.add(Sample.end(before, millis));
      }
    }
  }

  /** With our job and instance; the page's own are kept under other names. */
  private Labels labelled(Labels exposed) {
    return own(own(exposed, JOB, job), INSTANCE, instance);
  }

  private static Labels own(Labels labels, String name, String value) {
    String exposed = labels.get(name);
    Labels kept = exposed.isEmpty() ? labels : labels.with(EXPORTED + name, exposed);
    return kept.with(name, value);
  }
}
