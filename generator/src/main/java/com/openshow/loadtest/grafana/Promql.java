package com.openshow.loadtest.grafana;

import com.openshow.loadtest.expose.MetricNames;
import com.openshow.loadtest.slo.LatencyPercentile;
import java.math.BigDecimal;

/** Queries of the load's metrics, over the injectors that the dashboard's reader has chosen. */
final class Promql {
  private static final String RATE = "[$__rate_interval]";
  private static final String CHOSEN = "instance=~\"$instance\"";

  private Promql() {}

  /**
   * A selector.
   *
   * @param labels names and values in turn
   */
  static String series(String metric, String... labels) {
    StringBuilder matchers = new StringBuilder();
    for (int i = 0; i < labels.length; i += 2) {
      matchers.append(labels[i]).append('=').append(quoted(labels[i + 1])).append(',');
    }
    return metric + "{" + matchers + CHOSEN + "}";
  }

  /** The last values of a metric, which go on to be shown when the run is over. */
  static String last(String metric) {
    return "last_over_time(" + series(metric) + "[$__range])";
  }

  /** A text of PromQL, in which Grafana finds no variable. */
  private static String quoted(String value) {
    StringBuilder text = new StringBuilder("\"");
    MetricNames.labelValue(value)
        .chars()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                text.append('\\').append((char) c);
              } else if (c < ' ' || c == '$' || c == '[') {
                text.append(String.format("\\x%02x", c));
              } else {
                text.append((char) c);
              }
            });
    return text.append('"').toString();
  }

  /** How fast a counter grows per second, summed up over all its series. */
  static String rate(String series) {
    return "sum(rate(" + series + RATE + "))";
  }

  /** The same for each value of a label. */
  static String rateBy(String label, String series) {
    return "sum by (" + label + ") (rate(" + series + RATE + "))";
  }

  /**
   * A percentile in seconds: from native histograms where there are some, else from classic ones.
   *
   * @param percentile 0 to 100
   * @param labels as {@link #series} takes them
   */
  static String percentile(double percentile, String... labels) {
    return quantile(percentile, "", labels);
  }

  /** The same for each value of a label. */
  static String percentileBy(String label, double percentile, String... labels) {
    return quantile(percentile, label, labels);
  }

  private static String quantile(double percentile, String by, String... labels) {
    // By decimal digits: 99.9 / 100 is 0.9990000000000001.
    String share =
        new BigDecimal(LatencyPercentile.plain(percentile)).movePointLeft(2).toPlainString();
    String whole = by.isEmpty() ? "sum" : "sum by (" + by + ") ";
    String buckets = by.isEmpty() ? "sum by (le) " : "sum by (le, " + by + ") ";
    return "histogram_quantile("
        + share
        + ", "
        + whole
        + "(rate("
        + series(MetricNames.DURATION, labels)
        + RATE
        + "))) or histogram_quantile("
        + share
        + ", "
        + buckets
        + "(rate("
        + series(MetricNames.DURATION + "_bucket", labels)
        + RATE
        + ")))";
  }

  /** The mean in seconds, likewise. */
  static String mean(String metric, String... labels) {
    String whole = rate(series(metric, labels));
    return "histogram_sum("
        + whole
        + ") / histogram_count("
        + whole
        + ") or "
        + classicMean(metric, labels);
  }

  /** The mean of what has a sum and a count. */
  static String classicMean(String metric, String... labels) {
    return rate(series(metric + "_sum", labels)) + " / " + rate(series(metric + "_count", labels));
  }

  /** How many percent of the requests failed. */
  static String failedPercent(String scenario) {
    return "100 * "
        + rate(series(MetricNames.REQUESTS, "scenario", scenario, "outcome", MetricNames.FAILURE))
        + " / "
        + rate(series(MetricNames.REQUESTS, "scenario", scenario));
  }

  /** The same for each request. */
  static String failedPercentByLabel(String scenario) {
    return "100 * "
        + rateBy(
            "label",
            series(MetricNames.REQUESTS, "scenario", scenario, "outcome", MetricNames.FAILURE))
        + " / "
        + rateBy("label", series(MetricNames.REQUESTS, "scenario", scenario));
  }
}
