package com.openshow.loadtest.slo;

import com.openshow.loadtest.slo.measure.Timing;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What can be promised: the one table that drives the parser, the validator, the documents and the
 * messages.
 */
public enum IndicatorKind {
  /** A percentile. */
  PERCENTILE("p<percentile>", "ms", "that percent of the latencies, such as p95 or p99.99") {
    @Override
    Optional<Indicator> read(String name, List<String> options) {
      Matcher number = NUMBER.matcher(name);
      double percentile = number.matches() ? Double.parseDouble(number.group(1)) : 0;
      return percentile > 0 && percentile < 100
          ? latency(options, which -> new LatencyPercentile(percentile, which))
          : Optional.empty();
    }
  },
  /** The mean. */
  AVERAGE(LatencySummary.AVG, "ms", "the mean latency") {
    @Override
    Optional<Indicator> read(String name, List<String> options) {
      return named(name, () -> summary(options, LatencySummary.Statistic.MEAN));
    }
  },
  /** The minimum. */
  MINIMUM(LatencySummary.MIN, "ms", "the least latency") {
    @Override
    Optional<Indicator> read(String name, List<String> options) {
      return named(name, () -> summary(options, LatencySummary.Statistic.MINIMUM));
    }
  },
  /** The maximum. */
  MAXIMUM(LatencySummary.MAX, "ms", "the greatest latency") {
    @Override
    Optional<Indicator> read(String name, List<String> options) {
      return named(name, () -> summary(options, LatencySummary.Statistic.MAXIMUM));
    }
  },
  /** The share of failures. */
  ERRORS(ErrorRate.NAME, "%", "the share of requests that failed") {
    @Override
    Optional<Indicator> read(String name, List<String> options) {
      return named(name, () -> alone(options, new ErrorRate()));
    }
  },
  /** Requests per second. */
  RATE(RequestRate.NAME, "/s", "requests per second, failed ones included; at least by default") {
    @Override
    Optional<Indicator> read(String name, List<String> options) {
      return named(name, () -> alone(options, new RequestRate()));
    }
  },
  /** Bytes received. */
  RECEIVED(DataRate.RECEIVED, "KB/s", "data received, headers included; 1 KB is 1,024 bytes") {
    @Override
    Optional<Indicator> read(String name, List<String> options) {
      return named(name, () -> alone(options, new DataRate(DataRate.Direction.RECEIVED)));
    }
  },
  /** Bytes sent. */
  SENT(DataRate.SENT, "KB/s", "data sent, headers included") {
    @Override
    Optional<Indicator> read(String name, List<String> options) {
      return named(name, () -> alone(options, new DataRate(DataRate.Direction.SENT)));
    }
  },
  /** The share of a scenario's requests. */
  WEIGHT(
      WeightDeviation.NAME,
      "% points",
      "by how much the achieved weight of a request differs from the declared one") {
    @Override
    Optional<Indicator> read(String name, List<String> options) {
      return named(
          name,
          () ->
              options.size() == 1 && SHARE.matcher(options.get(0)).matches()
                  ? Optional.of(new WeightDeviation(Double.parseDouble(options.get(0))))
                  : Optional.empty());
    }
  };

  private static final Pattern NUMBER = Pattern.compile("p(\\d{1,2}(?:\\.\\d{1,9})?)");
  private static final Pattern SHARE = Pattern.compile("\\d{1,2}(?:\\.\\d{1,18})?|100(?:\\.0+)?");
  private static final Pattern TEXT = Pattern.compile("([\\w.]+)(?:\\(([^()]*)\\))?");

  private final String label;
  private final String unit;
  private final String meaning;

  IndicatorKind(String label, String unit, String meaning) {
    this.label = label;
    this.unit = unit;
    this.meaning = meaning;
  }

  /** How it is written: {@code avg}, or {@code p<percentile>}. */
  public String label() {
    return label;
  }

  /** The unit of its target. */
  public String unit() {
    return unit;
  }

  /** What it is, in a few words. */
  public String meaning() {
    return meaning;
  }

  /** The indicator that a name and the options in its brackets stand for; empty when for none. */
  abstract Optional<Indicator> read(String name, List<String> options);

  Optional<Indicator> named(String name, Supplier<Optional<Indicator>> read) {
    return name.equals(label) ? read.get() : Optional.empty();
  }

  private static Optional<Indicator> alone(List<String> options, Indicator indicator) {
    return options.isEmpty() ? Optional.of(indicator) : Optional.empty();
  }

  private static Optional<Indicator> latency(
      List<String> options, Function<WhichLatency, Indicator> make) {
    return WhichLatency.parse(options).map(make);
  }

  private static Optional<Indicator> summary(
      List<String> options, LatencySummary.Statistic statistic) {
    return latency(options, which -> new LatencySummary(statistic, which));
  }

  /** The indicator with this name; empty when there is none. */
  public static Optional<Indicator> find(String text) {
    Matcher parts = TEXT.matcher(text.strip());
    if (!parts.matches()) {
      return Optional.empty();
    }
    String brackets = parts.group(2);
    List<String> options =
        brackets == null
            ? List.of()
            : Arrays.stream(brackets.split(",", -1)).map(String::strip).toList();
    return Arrays.stream(values())
        .flatMap(kind -> kind.read(parts.group(1), options).stream())
        .findFirst();
  }

  /** The forms that {@link Indicator#parse} understands, for messages and documents. */
  public static String grammar() {
    return "one of "
        + String.join(", ", labels())
        + "; latencies may say in brackets which of "
        + String.join(", ", Timing.labels())
        + ", and \""
        + WhichLatency.SUCCESSFUL
        + "\" to leave out failed requests, such as p95(connect, successful); weight says the"
        + " declared percentage, such as weight(60)";
  }

  /** Every {@link #label}. */
  public static List<String> labels() {
    return Arrays.stream(values()).map(IndicatorKind::label).toList();
  }
}
