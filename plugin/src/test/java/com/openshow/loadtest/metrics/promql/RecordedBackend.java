package com.openshow.loadtest.metrics.promql;

import com.openshow.loadtest.metrics.series.Labels;
import com.openshow.loadtest.metrics.series.Sample;
import com.openshow.loadtest.metrics.series.SeriesStore;
import com.openshow.loadtest.metrics.series.StoreLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Ten minutes of a small backend, scraped every 5 s: counters that begin again, series that end and
 * come back, values that are no numbers, buckets that contradict each other, samples that are late
 * or missing. Always the same.
 */
final class RecordedBackend {
  static final long START = 1_700_000_000_000L;
  static final long LENGTH_MILLIS = 600_000;
  private static final long SEED = 20_260_101;
  private static final int INTERVAL_MILLIS = 5_000;
  private static final List<String> BOUNDS = List.of("0.05", "0.1", "0.25", "1", "+Inf");

  private final Random random = new Random(SEED);
  private final List<Sample> samples = new ArrayList<>();
  private final Map<Labels, Double> counters = new TreeMap<>();

  private RecordedBackend() {}

  /** In the order of time. */
  static List<Sample> samples() {
    RecordedBackend backend = new RecordedBackend();
    for (int scrape = 0; scrape <= LENGTH_MILLIS / INTERVAL_MILLIS; scrape++) {
      backend.scrape(scrape);
    }
    return backend.samples;
  }

  static SeriesStore store() {
    SeriesStore store = new SeriesStore(StoreLimits.USUAL);
    store.add(samples());
    return store;
  }

  private void scrape(int number) {
    onTheDot(number);
    for (String instance : List.of("a:80", "b:80")) {
      boolean down = instance.startsWith("b") && number >= 60 && number < 70;
      // Late by up to 40 ms; now and then by more than a second.
      long millis = START + number * (long) INTERVAL_MILLIS + 7 + random.nextInt(40);
      millis += random.nextInt(25) == 0 ? 1300 : 0;
      add("up", Map.of("instance", instance), millis, down ? 0 : 1);
      if (down) {
        if (number == 60) {
          counters.keySet().stream()
              .filter(labels -> labels.get("instance").equals(instance))
              .forEach(labels -> samples.add(Sample.end(labels, START + 300_400)));
          counters.keySet().removeIf(labels -> labels.get("instance").equals(instance));
        }
      } else {
        instance(instance, number, millis);
      }
    }
  }

  /** Samples at whole multiples of the interval: so that the ends of windows meet them. */
  private void onTheDot(int number) {
    long millis = START + number * (long) INTERVAL_MILLIS;
    add("clock_total", Map.of("instance", "a:80"), millis, number * 3.0);
    add("limit", Map.of("instance", "a:80", "unit", "s"), millis, 0.7);
    add("limit", Map.of("instance", "b:80", "unit", "s"), millis, 0.4);
    add("constant", Map.of(), millis, 42);
    if (number % 40 < 3) {
      add("rare", Map.of("instance", "a:80"), millis, number);
    }
    if (number == 50) {
      samples.add(Sample.end(labels("constant", Map.of()), millis + 1));
    }
  }

  private void instance(String instance, int number, long millis) {
    for (String method : List.of("GET", "POST")) {
      for (String status : List.of("200", "500")) {
        Map<String, String> labels =
            Map.of("instance", instance, "method", method, "status", status);
        count("http_requests_total", labels, millis, random.nextInt(status.equals("200") ? 90 : 3));
      }
    }
    if (number == 45) {
      counters.replaceAll((labels, value) -> labels.get("instance").equals("a:80") ? 0 : value);
    }
    double cpu = 0.5 + 0.4 * Math.sin(number / 9.0) + random.nextInt(1000) / 20_000.0;
    add("cpu_ratio", Map.of("instance", instance, "core", "0"), millis, cpu);
    add("cpu_ratio", Map.of("instance", instance, "core", "1"), millis, 1 - cpu);
    if (random.nextInt(4) > 0) {
      add("temperature_celsius", Map.of("instance", instance), millis, odd(number));
    }
    add(
        "build_info",
        Map.of("instance", instance, "version", number < 80 ? "1.0" : "1.1"),
        millis,
        1);
    if (number == 80) {
      samples.add(
          Sample.end(labels("build_info", Map.of("instance", instance, "version", "1.0")), millis));
    }
    histogram(instance, millis);
  }

  private double odd(int number) {
    if (number % 30 == 11) {
      return Double.NaN;
    }
    if (number == 100) {
      return Double.POSITIVE_INFINITY;
    }
    return number % 30 == 21 ? -40 : 20 + random.nextInt(100) / 8.0;
  }

  private void histogram(String instance, long millis) {
    double below = 0;
    for (String bound : BOUNDS) {
      below += random.nextInt(12);
      // The bucket of 0.25 s is counted a little too late: sometimes it is less than the one below.
      double counted = bound.equals("0.25") ? Math.max(0, below - random.nextInt(30)) : below;
      count("request_seconds_bucket", Map.of("instance", instance, "le", bound), millis, counted);
    }
    count("request_seconds_count", Map.of("instance", instance), millis, below);
    count("request_seconds_sum", Map.of("instance", instance), millis, below * 0.13);
  }

  private void count(String metric, Map<String, String> labels, long millis, double more) {
    double value = counters.merge(labels(metric, labels), more, Double::sum);
    add(metric, labels, millis, value);
  }

  private void add(String metric, Map<String, String> labels, long millis, double value) {
    samples.add(Sample.of(labels(metric, labels), millis, value));
  }

  private static Labels labels(String metric, Map<String, String> labels) {
    return Labels.of(labels).with("__name__", metric);
  }
}
