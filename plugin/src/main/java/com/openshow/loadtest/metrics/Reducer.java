package com.openshow.loadtest.metrics;

import com.openshow.loadtest.slo.Bar;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

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

    @Override
    public Reduced of(Curve curve, Bar target) {
      return Reduced.openTo(curve.mean());
    }
  }

  /** The greatest point. */
  record Maximum() implements Reducer {
    @Override
    public String text() {
      return "max";
    }

    @Override
    public Reduced of(Curve curve, Bar target) {
      double greatest = curve.greatest();
      return target.op().isMinimum() ? Reduced.openTo(greatest) : Reduced.settled(greatest);
    }
  }

  /** The least point. */
  record Minimum() implements Reducer {
    @Override
    public String text() {
      return "min";
    }

    @Override
    public Reduced of(Curve curve, Bar target) {
      double least = curve.least();
      return target.op().isMinimum() ? Reduced.settled(least) : Reduced.openTo(least);
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

    @Override
    public long fewest() {
      // With fewer it is the greatest point by definition. The subtrahend takes away what the
      // division adds in the last bits.
      return (long) Math.ceil(100 / (100 - percentile) - 1e-6);
    }

    @Override
    public Reduced of(Curve curve, Bar target) {
      return new Reduced(
          curve.percentile(percentile).orElseThrow(),
          target.op().isMinimum()
              ? curve.percentileWithMissing(percentile, Double.POSITIVE_INFINITY)
              : curve.percentileWithMissing(percentile, Double.NEGATIVE_INFINITY),
          OptionalDouble.empty());
    }
  }

  /** The latest point. */
  record Last() implements Reducer {
    @Override
    public String text() {
      return "last";
    }

    @Override
    public long fewest() {
      return 1;
    }

    @Override
    public Reduced of(Curve curve, Bar target) {
      return Reduced.openTo(curve.points().get(curve.points().size() - 1).value());
    }
  }

  /** By how much a counter rises in a second, from the first point to the last. */
  record Rate() implements Reducer {
    @Override
    public String text() {
      return "rate";
    }

    @Override
    public Reduced of(Curve curve, Bar target) {
      double rise = curve.rise();
      double seconds = curve.seen().toMillis() / 1000.0;
      double rate = seconds == 0 ? 0 : rise / seconds;
      // A counter does not fall: what was seen of its rise is the least of it.
      return target.op().isMinimum()
          ? Reduced.openTo(rate)
          : new Reduced(
              rate,
              OptionalDouble.of(rise * 1000 / Math.max(1, curve.range().length().toMillis())),
              OptionalDouble.empty());
    }

    @Override
    public Curve points(Curve curve) {
      return curve.rates();
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

    @Override
    public Reduced of(Curve curve, Bar target) {
      double seen = curve.missed(target).longest().toMillis() / 1000.0;
      return new Reduced(
          seen,
          OptionalDouble.of(seen),
          OptionalDouble.of(curve.missedAtWorst(target).toMillis() / 1000.0));
    }
  }

  /** As it stands in a scenario file and in a plan. */
  String text();

  /** With fewer points the figure says nothing. */
  default long fewest() {
    return 2;
  }

  /**
   * The figure of a series.
   *
   * @param curve has at least one point
   * @param target what the figure, or each point, must stand to
   */
  Reduced of(Curve curve, Bar target);

  /** What is held against the target from moment to moment, while the test runs. */
  default Curve points(Curve curve) {
    return curve;
  }

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
