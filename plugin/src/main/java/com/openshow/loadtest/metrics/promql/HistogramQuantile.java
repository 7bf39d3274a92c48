package com.openshow.loadtest.metrics.promql;

import com.openshow.loadtest.metrics.series.GoNumber;
import com.openshow.loadtest.metrics.series.Labels;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * A quantile of a histogram whose buckets are series with the label {@code le}, in a straight line
 * within its bucket.
 */
final class HistogramQuantile {
  private static final String BOUND = "le";

  /**
   * One bucket.
   *
   * @param upper its bound, which belongs to it
   * @param count how many were not above the bound
   */
  private record Bucket(double upper, double count) {}

  private HistogramQuantile() {}

  static VectorNode of(Arguments arguments) {
    ScalarNode ratio = arguments.scalar(0);
    VectorNode vector = arguments.vector(1);
    return moment -> {
      double phi = ratio.at(moment);
      List<Element> results = new ArrayList<>();
      histograms(vector.at(moment))
          .forEach((labels, buckets) -> results.add(new Element(labels, quantile(phi, buckets))));
      return results;
    };
  }

  private static Map<Labels, List<Bucket>> histograms(List<Element> elements) {
    Map<Labels, List<Bucket>> histograms = new LinkedHashMap<>();
    for (Element element : elements) {
      OptionalDouble upper = GoNumber.parse(element.labels().get(BOUND));
      if (upper.isPresent()) {
        histograms
            .computeIfAbsent(
                element.labels().without(Set.of(BOUND)).withoutMetric(), key -> new ArrayList<>())
            .add(new Bucket(upper.getAsDouble(), element.value()));
      }
    }
    return histograms;
  }

  private static double quantile(double ratio, List<Bucket> unsorted) {
    if (Double.isNaN(ratio)) {
      return Double.NaN;
    }
    if (ratio < 0) {
      return Double.NEGATIVE_INFINITY;
    }
    if (ratio > 1) {
      return Double.POSITIVE_INFINITY;
    }
    List<Bucket> buckets = rising(unsorted);
    int last = buckets.size() - 1;
    double observations = buckets.get(last).count();
    // Without a bucket for all, nobody knows what was above; and 0 observations have no quantile.
    if (last < 1 || buckets.get(last).upper() != Double.POSITIVE_INFINITY || observations == 0) {
      return Double.NaN;
    }
    double rank = ratio * observations;
    int in = 0;
    while (in < last && !(buckets.get(in).count() >= rank)) {
      in++;
    }
    return within(buckets, in, rank);
  }

  private static double within(List<Bucket> buckets, int in, double rank) {
    if (in == buckets.size() - 1) {
      return buckets.get(in - 1).upper();
    }
    Bucket bucket = buckets.get(in);
    if (in == 0 && bucket.upper() <= 0) {
      return bucket.upper();
    }
    Bucket below = in == 0 ? new Bucket(0, 0) : buckets.get(in - 1);
    double share = (rank - below.count()) / (bucket.count() - below.count());
    return below.upper() + (bucket.upper() - below.upper()) * share;
  }

  /**
   * In the order of their bounds, those of one bound taken together. Counts never fall: where they
   * do, since the buckets were scraped or extrapolated at different times, the one before counts.
   */
  private static List<Bucket> rising(List<Bucket> unsorted) {
    List<Bucket> sorted = new ArrayList<>(unsorted);
    sorted.sort(Comparator.comparingDouble(Bucket::upper));
    List<Bucket> merged = new ArrayList<>();
    for (Bucket bucket : sorted) {
      int end = merged.size() - 1;
      if (end >= 0 && merged.get(end).upper() == bucket.upper()) {
        Bucket same = merged.get(end);
        merged.set(end, new Bucket(same.upper(), same.count() + bucket.count()));
      } else {
        merged.add(bucket);
      }
    }
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < merged.size(); i++) {
      Bucket bucket = merged.get(i);
      if (bucket.count() < most) {
        merged.set(i, new Bucket(bucket.upper(), most));
      } else if (bucket.count() > most) {
        most = bucket.count();
      }
    }
    return merged;
  }
}
