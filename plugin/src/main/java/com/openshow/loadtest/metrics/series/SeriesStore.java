package com.openshow.loadtest.metrics.series;

import com.openshow.loadtest.metrics.Series;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Series in memory. It never takes more than its limits allow: what is above is not kept, and said
 * of it by {@link #overflow}. Safe for many threads; whoever asks sees batches as a whole.
 */
public final class SeriesStore {
  /** What a series costs beside its samples and the texts of its labels, about. */
  private static final int SERIES_BYTES = 300;

  /** What a text costs beside its characters, about: itself, and its place among the symbols. */
  private static final int TEXT_BYTES = 90;

  /** Two references. */
  private static final int LABEL_BYTES = 8;

  private final StoreLimits limits;
  private final Map<Labels, StoredSeries> series = new HashMap<>();
  private final Map<String, List<StoredSeries>> byMetric = new HashMap<>();

  /** Each text once: most labels are shared by many series. */
  private final Map<String, String> symbols = new HashMap<>();

  private long bytes;
  private long sampleCount;
  private @Nullable Overflow overflow;

  public SeriesStore(StoreLimits limits) {
    this.limits = limits;
  }

  /** Adds samples. One that is not after the last of its series is passed over. */
  public synchronized void add(Collection<Sample> batch) {
    for (Sample sample : batch) {
      add(sample);
    }
  }

  private void add(Sample sample) {
    if (bytes >= limits.maxBytes()) {
      refuse(sample, limits.maxBytes() / (1 << 20) + " MiB");
      return;
    }
    StoredSeries there = series.get(sample.labels());
    if (there == null) {
      if (series.size() >= limits.maxSeries()) {
        refuse(sample, limits.maxSeries() + " series");
        return;
      }
      there = begin(sample.labels());
    }
    if (there.isBefore(sample.millis())) {
      bytes += there.add(sample.millis(), sample.valueBits());
      sampleCount++;
    }
  }

  private void refuse(Sample sample, String limit) {
    if (overflow == null) {
      overflow = new Overflow(sample.millis(), limit);
    }
  }

  private StoredSeries begin(Labels labels) {
    Labels kept = labels.shared(this::symbol);
    StoredSeries begun = new StoredSeries(kept);
    series.put(kept, begun);
    byMetric.computeIfAbsent(kept.get(Series.NAME), name -> new ArrayList<>()).add(begun);
    bytes += SERIES_BYTES + (long) LABEL_BYTES * kept.size();
    return begun;
  }

  private String symbol(String text) {
    String known = symbols.putIfAbsent(text, text);
    if (known == null) {
      bytes += TEXT_BYTES + text.length();
      return text;
    }
    return known;
  }

  /**
   * The series for which all of the matchers hold, in the order of their labels.
   *
   * @param fromMillis samples long before this may be left out
   */
  public synchronized List<StoredSamples> select(
      Collection<LabelMatcher> matchers, long fromMillis) {
    return candidates(matchers).stream()
        .filter(one -> matchers.stream().allMatch(matcher -> matcher.matches(one.labels())))
        .sorted((a, b) -> a.labels().compareTo(b.labels()))
        .map(one -> one.samples(fromMillis))
        .toList();
  }

  private Collection<StoredSeries> candidates(Collection<LabelMatcher> matchers) {
    for (LabelMatcher matcher : matchers) {
      if (matcher.name().equals(Series.NAME) && matcher.how() == LabelMatcher.How.EQUAL) {
        return byMetric.getOrDefault(matcher.value(), List.of());
      }
    }
    return series.values();
  }

  /** That it was full, since when, and of what. */
  public synchronized Optional<Overflow> overflow() {
    return Optional.ofNullable(overflow);
  }

  /** How much memory it takes, about, in bytes. */
  public synchronized long bytes() {
    return bytes;
  }

  /** How many samples it keeps. */
  public synchronized long sampleCount() {
    return sampleCount;
  }
}
