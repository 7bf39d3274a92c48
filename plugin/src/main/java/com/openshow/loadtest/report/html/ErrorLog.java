package com.openshow.loadtest.report.html;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Gathers failed requests by kind, from any number of threads. Its memory is bounded. */
public final class ErrorLog {
  /** A response can say anything, and each time something else. */
  private static final int MOST_KINDS = 1_000;

  private final Map<Kind, Entry> entries = new ConcurrentHashMap<>();

  private record Kind(String scenario, String label, String responseCode) {}

  private record Entry(String firstMessage, LongAdder count) {}

  /** Counts a failed request; one of a kind that there is no room for is left out. */
  public void add(String scenario, String label, String responseCode, String message) {
    Kind kind = new Kind(scenario, label, responseCode);
    Entry entry = entries.get(kind);
    if (entry == null) {
      if (entries.size() >= MOST_KINDS) {
        return;
      }
      entry = entries.computeIfAbsent(kind, absent -> new Entry(message, new LongAdder()));
    }
    entry.count.increment();
  }

  /** What was counted so far. */
  public List<ErrorSample> samples() {
    return entries.entrySet().stream()
        .filter(entry -> entry.getValue().count.sum() > 0)
        .map(
            entry ->
                new ErrorSample(
                    entry.getKey().scenario,
                    entry.getKey().label,
                    entry.getKey().responseCode,
                    entry.getValue().firstMessage,
                    entry.getValue().count.sum()))
        .toList();
  }
}
