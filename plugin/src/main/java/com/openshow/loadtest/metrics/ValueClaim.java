package com.openshow.loadtest.metrics;

import com.openshow.loadtest.slo.Bar;
import com.openshow.loadtest.slo.Comparison;
import com.openshow.loadtest.slo.Quantity;
import java.util.Objects;

/**
 * A figure of every series of a query stands to a target as the comparison says.
 *
 * @param query an expression of PromQL; of a scraped source, of the part of it that it understands
 * @param reducer what makes a figure of a series
 * @param target what the figure stands to; of {@link Reducer.Sustained}, each point
 * @param grouping which series are judged as one
 * @param coverage which share of the points that were asked for must be there, more than 0 and at
 *     most 1
 */
public record ValueClaim(
    String query, Reducer reducer, Bar target, Grouping grouping, double coverage)
    implements Claim {
  /** The share of the points that must be there if nothing else is said. */
  public static final double USUAL_COVERAGE = 0.9;

  public ValueClaim {
    Objects.requireNonNull(reducer, "reducer");
    Objects.requireNonNull(grouping, "grouping");
    if (query.isBlank()) {
      throw new IllegalArgumentException("query must be an expression of PromQL, but was blank");
    }
    if (!Double.isFinite(target.value())) {
      throw new IllegalArgumentException("target must be a number, but was " + target.value());
    }
    if (!(coverage > 0 && coverage <= 1)) {
      throw new IllegalArgumentException(
          "coverage must be more than 0 and at most 1, but was " + coverage);
    }
  }

  /** What the figure is held against. */
  public Bar bar() {
    return reducer instanceof Reducer.Sustained sustained
        ? new Bar(Comparison.LT, sustained.time().toMillis() / 1000.0, "s")
        : target;
  }

  @Override
  public String kind() {
    return reducer.text();
  }

  @Override
  public String promise() {
    String groups = grouping.text();
    return reducer.text()
        + (groups.isEmpty() ? "" : " " + groups)
        + " "
        + target.op().sign()
        + " "
        + Quantity.format(target.value(), target.unit());
  }
}
