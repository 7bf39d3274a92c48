package com.openshow.loadtest.metrics.promql;

import com.openshow.loadtest.metrics.series.SeriesStore;
import java.util.IdentityHashMap;
import java.util.List;

/** A moment at which an expression is asked for its value, with the samples of that moment. */
final class Moment {
  private final SeriesStore store;
  private final long startMillis;
  private final IdentityHashMap<SelectorNode, List<Latest>> latest = new IdentityHashMap<>();
  private final IdentityHashMap<RangeNode, List<Window>> windows = new IdentityHashMap<>();
  private long millis;

  /**
   * @param startMillis the first moment
   */
  Moment(SeriesStore store, long startMillis) {
    this.store = store;
    this.startMillis = startMillis;
    this.millis = startMillis;
  }

  /** Goes on to a later moment. */
  void moveTo(long later) {
    millis = later;
  }

  /** In milliseconds since 1970. */
  long millis() {
    return millis;
  }

  /** The series that have a value now. */
  List<Latest> latest(SelectorNode node) {
    List<Latest> all = latest.computeIfAbsent(node, this::open);
    return all.stream().filter(one -> one.moveTo(millis)).toList();
  }

  private List<Latest> open(SelectorNode node) {
    Selector selector = node.selector();
    long from = startMillis - selector.offsetMillis() - Latest.LOOKBACK_MILLIS;
    return store.select(selector.matchers(), from).stream()
        .map(samples -> new Latest(samples, selector))
        .toList();
  }

  /** The series that have samples in the range. */
  List<Window> windows(RangeNode node) {
    List<Window> all = windows.computeIfAbsent(node, this::open);
    for (Window window : all) {
      window.moveTo(millis);
    }
    return all.stream().filter(window -> window.size() > 0).toList();
  }

  private List<Window> open(RangeNode node) {
    Selector selector = node.selector();
    long from = startMillis - selector.offsetMillis() - node.rangeMillis();
    return store.select(selector.matchers(), from).stream()
        .map(samples -> new Window(samples, node))
        .toList();
  }
}
