package com.openshow.loadtest.slo.measure;

import java.util.EnumMap;
import java.util.Map;

/** Counts how requests were answered. One thread only. */
final class ResponseCounts {
  private final Map<ResponseClass, Count> successful = new EnumMap<>(ResponseClass.class);
  private final Map<ResponseClass, Count> failed = new EnumMap<>(ResponseClass.class);

  private static final class Count {
    private long number;
  }

  void add(Sample sample) {
    add(sample.failed() ? failed : successful, sample.details().response(), 1);
  }

  /** Adds requests of which nobody kept the codes. */
  void add(Latencies requests) {
    add(successful, ResponseClass.NONE, requests.successful().count());
    add(failed, ResponseClass.NONE, requests.failed().count());
  }

  private static void add(Map<ResponseClass, Count> counts, ResponseClass which, long more) {
    Count count = counts.get(which);
    if (count == null) {
      count = new Count();
      counts.put(which, count);
    }
    count.number += more;
  }

  Responses snapshot() {
    return new Responses(numbers(successful), numbers(failed));
  }

  private static Map<ResponseClass, Long> numbers(Map<ResponseClass, Count> counts) {
    Map<ResponseClass, Long> numbers = new EnumMap<>(ResponseClass.class);
    counts.forEach((which, count) -> numbers.put(which, count.number));
    return numbers;
  }
}
