package com.openshow.loadtest.slo.simulation;

import static com.openshow.loadtest.slo.simulation.Word.BORDERLINE_FAIL;
import static com.openshow.loadtest.slo.simulation.Word.BORDERLINE_PASS;
import static com.openshow.loadtest.slo.simulation.Word.SETTLED_FAIL;
import static com.openshow.loadtest.slo.simulation.Word.SETTLED_PASS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.openshow.loadtest.slo.confidence.DesignEffect.Batch;
import com.openshow.loadtest.slo.confidence.Interval;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

/**
 * How often a settled verdict is wrong, where being wrong is easiest: the true percentile is the
 * target itself. A system that is slower by nothing at all must not pass, and as good as none are
 * faster; so each settled PASS counts as a false pass, and each settled FAIL as a false fail.
 *
 * <p>A rate of so many runs is itself uncertain, so each may lie three standard errors above the
 * risk: 5.7 % with 10,000 runs. {@code -Psimulation} makes these; see benchmarks/README.md.
 */
final class SimulationTest {
  private static final long SEED = Long.getLong("simulation.seed", 20_261_201);
  private static final int RUNS = Integer.getInteger("simulation.runs", 200);
  // A run through the engine takes milliseconds.
  private static final int ENGINE_RUNS = RUNS / 5;
  private static final int[] ENGINE_SIZES = {20, 100, 1_000};
  // Beyond it the counts are drawn, and not each latency.
  private static final int MOST_SAMPLES_DRAWN = 10_000;
  private static final int[] SIZES = {20, 100, 1_000, 10_000, 100_000, 1_000_000};
  private static final int[] STALL_LENGTHS = {1, 10, 100, 1_000};
  private static final int[] STALL_SIZES = {1_000, 10_000, 100_000};
  private static final Set<Shape> VARIED = EnumSet.complementOf(EnumSet.of(Shape.CONSTANT));
  private static final double[] PERCENTILES = {95, 99};
  private static final double[] ERROR_SHARES = {0.01, 0.0001};

  @Test
  void aSettledVerdictIsWrongNoMoreOftenThanTheRiskSays() throws IOException {
    Table table = new Table("false pass / false fail, %");
    double greatest = 0;
    for (double percentile : PERCENTILES) {
      for (Shape shape : Shape.values()) {
        Latencies latencies = Latencies.with(shape, percentile, 1);
        String row = "p%.0f, %s".formatted(percentile, shape);
        for (int size : SIZES) {
          Tally tally = latencies(row, latencies, percentile, size);
          greatest = Math.max(greatest, assertRight(table, row, size, tally));
          if (shape != Shape.CONSTANT && size >= 1_000) {
            // Else it would not be the place where being wrong is easiest.
            assertThat(tally.share(SETTLED_PASS, BORDERLINE_PASS))
                .as("%s of %d, seed %d", row, size, SEED)
                .isBetween(0.4, 0.65);
          }
        }
      }
    }
    for (double share : ERROR_SHARES) {
      String row = "error rate, %s %%".formatted(100 * share);
      for (int size : SIZES) {
        Supplier<List<Batch>> errors = HitsInARun.independent(size, share, random(row, size));
        Tally tally = Tally.of(RUNS, () -> Counts.of(errors.get()).rate(share));
        greatest = Math.max(greatest, assertRight(table, row, size, tally));
      }
    }
    // Else the intervals would be wider than they need to be.
    assertThat(greatest).isGreaterThan(Interval.RISK / 2);
    table.publish("wrong");
  }

  @Test
  void soItIsWhenEverySampleGoesThroughTheWholeEngine() throws IOException {
    Table table = new Table("false pass / false fail, %");
    for (double percentile : PERCENTILES) {
      for (int size : ENGINE_SIZES) {
        UniformRandomProvider random = random("engine" + percentile, size);
        Tally slow = new Tally();
        Tally failed = new Tally();
        for (Shape shape : VARIED) {
          Latencies latencies = Latencies.with(shape, percentile, 1);
          for (int i = 0; i < ENGINE_RUNS; i++) {
            Engine engine = Engine.run(latencies, 0.01, size, random);
            slow.add(engine.percentile(percentile));
            failed.add(engine.errorRate(0.01));
          }
        }
        assertRight(table, "p%.0f".formatted(percentile), size, slow);
        assertRight(table, "error rate of 1 %%, beside p%.0f".formatted(percentile), size, failed);
      }
    }
    table.publish("engine");
  }

  private static double assertRight(Table table, String row, int size, Tally tally) {
    // A constant that equals its target holds it: no pass of it is false.
    double falsePass = row.endsWith(Shape.CONSTANT.toString()) ? 0 : tally.share(SETTLED_PASS);
    double falseFail = tally.share(SETTLED_FAIL);
    table.put(row, size, falsePass, falseFail);
    assertThat(Math.max(falsePass, falseFail))
        .as("%s of %d, seed %d", row, size, SEED)
        .isLessThanOrEqualTo(tally.mostOfTheRisk());
    return Math.max(falsePass, falseFail);
  }

  @Test
  void aConstantLatencyIsSettledAsSoonAsThereAreEnoughSamples() {
    for (double percentile : PERCENTILES) {
      Latencies atTarget = Latencies.with(Shape.CONSTANT, percentile, 1);
      Latencies slower = Latencies.with(Shape.CONSTANT, percentile, 1.002);
      assertThat(latencies("at", atTarget, percentile, 1_000).share(SETTLED_PASS)).isOne();
      assertThat(latencies("over", slower, percentile, 1_000).share(SETTLED_FAIL)).isOne();
    }
  }

  @Test
  void theMoreSamplesTheMoreVerdictsAreSettledAndRight() throws IOException {
    Table table = new Table("settled FAIL / borderline FAIL / borderline PASS / settled PASS, %");
    for (double percentile : PERCENTILES) {
      for (Shape shape : EnumSet.complementOf(EnumSet.of(Shape.CONSTANT, Shape.WARM_UP))) {
        double above = Latencies.with(shape, percentile, 1.1).shareAbove();
        String row = "p%.0f 10 %% over, %s".formatted(percentile, shape);
        double before = 0;
        for (int size : SIZES) {
          Tally tally = counts(HitsInARun.independent(size, above, random(row, size)), percentile);
          table.put(
              row,
              size,
              tally.share(SETTLED_FAIL),
              tally.share(BORDERLINE_FAIL),
              tally.share(BORDERLINE_PASS),
              tally.share(SETTLED_PASS));
          assertThat(tally.share(SETTLED_FAIL)).as(row).isGreaterThanOrEqualTo(before);
          assertThat(tally.share(SETTLED_PASS)).as(row).isLessThan(Interval.RISK);
          before = tally.share(SETTLED_FAIL);
        }
        assertThat(before).as("%s, seed %d", row, SEED).isOne();
      }
    }
    table.publish("settled");
  }

  @Test
  void howOftenDependentRequestsAreJudgedWrongHangsOnHowManyStallsARunHolds() throws IOException {
    Table table = new Table("p95, false pass / false fail, %");
    for (int length : STALL_LENGTHS) {
      for (int size : STALL_SIZES) {
        double stallsOfARun = 0.05 * size / length;
        String stalls = "stalls of %,d".formatted(length);
        Tally tally =
            dependent(table, stalls, HitsInARun.stalls(size, 0.05, length, random(stalls, size)));
        String what = "%s in %d, seed %d".formatted(stalls, size, SEED);
        double falsePass = tally.share(SETTLED_PASS);
        if (stallsOfARun >= 500) {
          assertThat(falsePass).as(what).isLessThanOrEqualTo(tally.mostOfTheRisk());
        } else if (stallsOfARun >= 50) {
          assertThat(falsePass).as(what).isLessThanOrEqualTo(tally.mostOfTheRisk() + 0.01);
        } else {
          // The limit that documentation/concepts/certainty.md tells.
          assertThat(falsePass).as(what).isGreaterThan(Interval.RISK);
        }
        String waves = "waves of %,d".formatted(length);
        dependent(table, waves, HitsInARun.waves(size, 0.05, length, random(waves, size)));
      }
    }
    table.publish("dependent");
  }

  private static Tally dependent(Table table, String row, Supplier<List<Batch>> runs) {
    Tally with = new Tally();
    Tally without = new Tally();
    int size = 0;
    for (int i = 0; i < RUNS; i++) {
      Counts counts = Counts.of(runs.get());
      with.add(counts.percentile(95));
      without.add(counts.withoutDesignEffect().percentile(95));
      size = (int) counts.samples();
    }
    table.put(row, size, with.share(SETTLED_PASS), with.share(SETTLED_FAIL));
    table.put(
        row + ", taken for independent",
        size,
        without.share(SETTLED_PASS),
        without.share(SETTLED_FAIL));
    return with;
  }

  @Test
  void whatTheEngineSaysFollowsFromTheCountsAlone() {
    for (double percentile : PERCENTILES) {
      for (Shape shape : Shape.values()) {
        UniformRandomProvider random = random("counts" + shape, (int) percentile);
        for (int i = 0; i < 20; i++) {
          int size = 1 + random.nextInt(1_500);
          Latencies latencies = Latencies.with(shape, percentile, 0.8 + 0.4 * random.nextDouble());
          Engine engine = Engine.run(latencies, 0.01, size, random);
          String what = "%s p%s of %d, seed %d".formatted(latencies, percentile, size, SEED);
          assertThat(engine.percentile(percentile))
              .as(what)
              .isEqualTo(Counts.of(engine.slow()).percentile(percentile));
          assertThat(engine.errorRate(0.01))
              .as(what)
              .isEqualTo(Counts.of(engine.failed()).rate(0.01));
        }
      }
    }
  }

  @Test
  void theShareAboveTheTargetIsThatOfWhatIsDrawn() {
    for (Shape shape : Shape.values()) {
      Latencies latencies = Latencies.with(shape, 95, 1.1);
      UniformRandomProvider random = random("share" + shape, 0);
      long above = 0;
      for (int i = 0; i < 100_000; i++) {
        above += latencies.draw(random) > Latencies.TARGET ? 1 : 0;
      }
      // Five standard errors.
      assertThat(above / 100_000.0)
          .as("%s, seed %d", shape, SEED)
          .isCloseTo(latencies.shareAbove(), within(0.004));
    }
  }

  private static Tally latencies(String row, Latencies latencies, double percentile, int size) {
    UniformRandomProvider random = random(row, size);
    // Only the engine leaves a warm-up out.
    if (latencies.shape() == Shape.WARM_UP && size <= 1_000) {
      return Tally.of(RUNS, () -> Engine.run(latencies, 0, size, random).percentile(percentile));
    }
    return counts(
        size <= MOST_SAMPLES_DRAWN
            ? HitsInARun.drawn(size, latencies, random)
            : HitsInARun.independent(size, latencies.shareAbove(), random),
        percentile);
  }

  private static Tally counts(Supplier<List<Batch>> runs, double percentile) {
    return Tally.of(RUNS, () -> Counts.of(runs.get()).percentile(percentile));
  }

  private static UniformRandomProvider random(String row, int size) {
    return new SplittableRandom(SEED + 31L * row.hashCode() + size)::nextLong;
  }
}
