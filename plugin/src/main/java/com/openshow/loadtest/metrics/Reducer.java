package com.openshow.loadtest.metrics;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/**
 * What makes one figure of a series. Read and documented by {@link ReducerKind}; its grammar is
 * {@link ReducerKind#grammar}.
 */
public sealed interface Reducer {
  /** The mean of the points. */
  record Average() implements Reducer {
    @Override
    public String text() {
      return "avg";
    }
  }

  /** The greatest point. */
  record Maximum() implements Reducer {
    @Override
    public String text() {
      return "max";
    }
  }

  /** The least point. */
  record Minimum() implements Reducer {
    @Override
    public String text() {
      return "min";
    }
  }

  /**
   * The smallest point that at least so many percent of all points do not exceed.
   *
   * @param percentile greater than 0 and less than 100
   */
  record Percentile(double percentile) implements Reducer {
    public Percentile {
      if (!(percentile > 0 && percentile < 100)) {
        throw new IllegalArgumentException(
            "percentile must be greater than 0 and less than 100, but was " + percentile);
      }
    }

    @Override
    public String text() {
      return "p" + new BigDecimal(Double.toString(percentile)).stripTrailingZeros().toPlainString();
    }
  }

  /** The latest point. */
  record Last() implements Reducer {
    @Override
    public String text() {
      return "last";
    }
  }

  /** By how much a counter rises in a second, from the first point to the last. */
  record Rate() implements Reducer {
    @Override
    public String text() {
      return "rate";
    }
  }

  /**
   * For how many seconds the target was missed without a break; allowed are less than {@code time}.
   *
   * @param time at least a second, in whole milliseconds
   */
  record Sustained(Duration time) implements Reducer {
    public Sustained {
      if (time.compareTo(Duration.ofSeconds(1)) < 0) {
        throw new IllegalArgumentException("sustained must be at least 1s, but was " + time);
      }
    }

    @Override
    public String text() {
      return "sustained "
          + new BigDecimal(time.toMillis()).movePointLeft(3).stripTrailingZeros().toPlainString()
          + "s";
    }
  }

  /** As it stands in a scenario file and in a plan. */
  String text();

  /** Reads what {@link #text} writes, also in other units of time; empty when it is none. */
  static Optional<Reducer> find(String text) {
    return ReducerKind.find(text);
  }

  /**
   * Reads what {@link #text} writes.
   *
   * @throws IllegalArgumentException when it is none of {@link ReducerKind#grammar}
   */
  static Reducer parse(String text) {
    return find(text)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "reduce must be " + ReducerKind.grammar() + ", but was \"" + text + "\""));
  }
}
