package com.openshow.loadtest.expose;

import com.openshow.loadtest.slo.measure.Latencies;
import com.openshow.loadtest.slo.measure.ResponseClass;
import com.openshow.loadtest.slo.measure.Responses;
import com.openshow.loadtest.slo.measure.SampleKey;
import com.openshow.loadtest.slo.measure.Timing;
import com.openshow.loadtest.slo.measure.Totals;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Requests and transactions by label: how many, how they ended, and how long they took. */
final class RequestMetrics {
  private static final Comparator<SampleKey> ORDER =
      Comparator.comparing(SampleKey::scenario).thenComparing(SampleKey::label);

  private final BoundedLabels labels;
  private final double[] boundsMillis;

  private static final class Sum {
    private final Outcome successful;
    private final Outcome failed;

    private Sum(double[] boundsMillis) {
      successful = new Outcome(MetricNames.SUCCESS, boundsMillis);
      failed = new Outcome(MetricNames.FAILURE, boundsMillis);
    }

    private void add(Totals totals) {
      Responses responses = totals.responses();
      Latencies times = totals.statistics().time(Timing.RESPONSE);
      successful.add(responses.successful());
      successful.times.add(times.successful());
      failed.add(responses.failed());
      failed.times.add(times.failed());
    }

    private List<Outcome> outcomes() {
      return List.of(successful, failed);
    }
  }

  private static final class Outcome {
    private final String label;
    private final LatencyHistogram times;
    private final Map<ResponseClass, Long> codes = new EnumMap<>(ResponseClass.class);

    private Outcome(String label, double[] boundsMillis) {
      this.label = label;
      this.times = new LatencyHistogram(boundsMillis);
      if (label.equals(MetricNames.FAILURE)) {
        // A counter that begins with its first failure shows no increase: it must be there before.
        for (ResponseClass each : ResponseClass.values()) {
          if (each != ResponseClass.INFORMATIONAL) {
            codes.put(each, 0L);
          }
        }
      }
    }

    private void add(Map<ResponseClass, Long> responses) {
      responses.forEach((code, number) -> codes.merge(code, number, Long::sum));
    }

    private Labels labels(Series series) {
      return Labels.of("scenario", series.scenario(), "label", series.label(), "outcome", label);
    }
  }

  RequestMetrics(BoundedLabels labels, double[] boundsMillis) {
    this.labels = labels;
    this.boundsMillis = boundsMillis;
  }

  List<MetricSnapshot> of(Map<SampleKey, Totals> totals) {
    Map<Series, Sum> requests = sums(totals, key -> !key.transaction());
    return List.of(
        counts(requests),
        times(
            MetricNames.DURATION,
            "Times of the requests that count for the verdict, from the moment they were due.",
            requests),
        times(
            MetricNames.TRANSACTION,
            "Times of transactions, whose requests are counted by themselves.",
            sums(totals, SampleKey::transaction)));
  }

  private Map<Series, Sum> sums(Map<SampleKey, Totals> totals, Predicate<SampleKey> wanted) {
    Map<Series, Sum> sums = new TreeMap<>();
    // In order, so that it is not left to chance which of many new names find room.
    totals.entrySet().stream()
        .filter(entry -> wanted.test(entry.getKey()))
        .sorted(Map.Entry.comparingByKey(ORDER))
        .forEach(
            entry ->
                sums.computeIfAbsent(
                        labels.series(entry.getKey().scenario(), entry.getKey().label()),
                        absent -> new Sum(boundsMillis))
                    .add(entry.getValue()));
    return sums;
  }

  private static MetricSnapshot counts(Map<Series, Sum> sums) {
    CounterSnapshot.Builder counter =
        CounterSnapshot.builder()
            .name(MetricNames.counter(MetricNames.REQUESTS))
            .help("Requests that count for the verdict, by outcome and class of response code.");
    sums.forEach(
        (series, sum) -> {
          for (Outcome outcome : sum.outcomes()) {
            Labels own = outcome.labels(series);
            outcome.codes.forEach(
                (code, number) ->
                    counter.dataPoint(
                        CounterDataPointSnapshot.builder()
                            .value(number)
                            .labels(own.add("code", code.label()))
                            .build()));
          }
        });
    return counter.build();
  }

  private static MetricSnapshot times(String name, String help, Map<Series, Sum> sums) {
    HistogramSnapshot.Builder histogram = HistogramSnapshot.builder().name(name).help(help);
    sums.forEach(
        (series, sum) ->
            sum.outcomes().stream()
                .filter(outcome -> outcome.times.count() > 0)
                .forEach(
                    outcome ->
                        histogram.dataPoint(outcome.times.snapshot(outcome.labels(series)))));
    return histogram.build();
  }
}
