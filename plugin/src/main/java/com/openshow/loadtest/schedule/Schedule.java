package com.openshow.loadtest.schedule;

import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The due times of a group's requests: one schedule for all its virtual users. Who is free takes
 * the next due time; when none is free at that moment, the request is late, and its lag is known.
 * Lock-free.
 */
public final class Schedule {
  /**
   * How the requests of a rate come.
   *
   * @param poisson whether at random (exponential gaps), as those of many independent people do;
   *     else evenly
   * @param seed the seed of the random gaps
   * @param injectors how many injectors share the rate, at least 1
   * @param injector which of them this is, 1..injectors
   */
  public record Arrivals(boolean poisson, long seed, int injectors, int injector) {
    public Arrivals {
      if (!(injectors >= 1 && injector >= 1 && injector <= injectors)) {
        throw new IllegalArgumentException(
            "injector must be 1 to " + injectors + ", but was " + injector);
      }
    }
  }

  /** How many due times were taken, and the place of the last in requests from the start. */
  private record Position(long taken, double requests) {}

  private final Profile rate;
  private final Arrivals arrivals;
  private final AtomicReference<Position> position =
      new AtomicReference<>(new Position(0, Double.NaN));

  /**
   * A schedule of which nothing is taken yet.
   *
   * @param rate requests per second over time, of all injectors together
   */
  public Schedule(Profile rate, Arrivals arrivals) {
    this.rate = rate;
    this.arrivals = arrivals;
  }

  /**
   * Takes the next due time, in seconds from the schedule's start; empty when no more requests are
   * due, ever. Due times do not fall.
   */
  public OptionalDouble next() {
    Position taken = position.updateAndGet(this::after);
    return rate.timeOfArea(taken.requests());
  }

  private Position after(Position last) {
    long number = last.taken();
    if (!arrivals.poisson()) {
      // Every injector takes its turn, so that the sum of all is as even as one would be.
      double requests = (double) number * arrivals.injectors() + (arrivals.injector() - 1);
      return new Position(number + 1, requests);
    }
    long seed = arrivals.seed() + 0x9E3779B97F4A7C15L * (number * 31 + arrivals.injector());
    double gap = -Math.log1p(-new SplittableRandom(seed).nextDouble()) * arrivals.injectors();
    return new Position(number + 1, number == 0 ? gap : last.requests() + gap);
  }

  /**
   * How many requests of this injector are due in the first {@code seconds}; of Poisson arrivals,
   * how many are on average.
   */
  public double planned(double seconds) {
    double ofAll = rate.area(Math.max(0, seconds));
    if (arrivals.poisson()) {
      return ofAll / arrivals.injectors();
    }
    // The first is due at once, so a fraction of a gap has begun another request.
    long begun = (long) Math.ceil(ofAll - 1e-6);
    return Math.floorDiv(
        begun - arrivals.injector() + arrivals.injectors(), (long) arrivals.injectors());
  }
}
