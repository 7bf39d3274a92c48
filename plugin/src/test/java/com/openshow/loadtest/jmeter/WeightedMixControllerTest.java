package com.openshow.loadtest.jmeter;

import static org.assertj.core.api.Assertions.assertThat;

import com.openshow.loadtest.mix.WeightedMix;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;
import org.apache.jmeter.samplers.AbstractSampler;
import org.apache.jmeter.samplers.Entry;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.samplers.Sampler;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WeightedMixControllerTest {
  private static final double[] WEIGHTS = {60, 30, 9, 1};
  private static final int ITERATIONS = 1_000_000;
  private static final int ONE_ITERATION_THREADS = 100_000;

  @Test
  void aHundredThousandThreadsWithAnIterationEachKeepTheShares() {
    WeightedMixController plan = new WeightedMixController();
    plan.testStarted();
    int[] drawn = new int[ONE_ITERATION_THREADS];
    for (int thread = 0; thread < ONE_ITERATION_THREADS; thread++) {
      WeightedMixController own = own(plan, WEIGHTS);
      drawn[thread] = branch(own);
      assertThat(own.next()).as("exactly one request at each iteration").isNull();
    }
    assertEveryWindow(drawn, WEIGHTS);
  }

  @Test
  void twoHundredBranchesOfOneToAThousandKeepTheShares() {
    double[] weights = IntStream.range(0, 200).mapToDouble(i -> i == 0 ? 999 : 1).toArray();
    WeightedMixController plan = new WeightedMixController();
    plan.testStarted();
    WeightedMixController own = own(plan, weights);
    int[] drawn = new int[20_000];
    for (int n = 0; n < drawn.length; n++) {
      drawn[n] = branch(own);
      own.next();
    }
    assertEveryWindow(drawn, weights);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 16, 64})
  void aMillionIterationsOfAnyNumberOfThreadsAreAsDeclared(int threads) throws Exception {
    WeightedMixController plan = new WeightedMixController();
    plan.testStarted();
    AtomicLongArray counts = new AtomicLongArray(WEIGHTS.length);
    Thread[] running = new Thread[threads];
    for (int t = 0; t < threads; t++) {
      WeightedMixController own = own(plan, WEIGHTS);
      int iterations = ITERATIONS / threads + (t < ITERATIONS % threads ? 1 : 0);
      running[t] = new Thread(() -> iterate(own, iterations, counts));
      running[t].start();
    }
    for (Thread thread : running) {
      thread.join();
    }
    for (int i = 0; i < WEIGHTS.length; i++) {
      double share = WEIGHTS[i] / Arrays.stream(WEIGHTS).sum();
      assertThat(Math.abs(counts.get(i) - ITERATIONS * share))
          .as("branch %d", i)
          .isLessThanOrEqualTo(1 + ITERATIONS / 1000.0);
    }
    assertThat(IntStream.range(0, WEIGHTS.length).mapToLong(counts::get).sum())
        .isEqualTo(ITERATIONS);
  }

  @Test
  void theNextTestReadsItsOwnWeights() {
    WeightedMixController plan = new WeightedMixController();
    plan.testStarted();
    assertThat(branch(own(plan, 0, 1))).isEqualTo(1);
    plan.testStarted();
    assertThat(branch(own(plan, 1, 0))).isZero();
  }

  private static void iterate(WeightedMixController own, int iterations, AtomicLongArray counts) {
    for (int i = 0; i < iterations; i++) {
      counts.incrementAndGet(branch(own));
      if (own.next() != null) {
        throw new AssertionError("a second request in an iteration");
      }
    }
  }

  /** A thread's own copy, made as JMeter makes it. */
  private static WeightedMixController own(WeightedMixController plan, double... weights) {
    WeightedMixController own = (WeightedMixController) plan.clone();
    for (int i = 0; i < weights.length; i++) {
      WeightedThroughputController branch = new WeightedThroughputController();
      branch.setWeight(Double.toString(weights[i]));
      branch.addTestElement(new Numbered(i));
      branch.initialize();
      own.addTestElement(branch);
    }
    own.initialize();
    return own;
  }

  private static int branch(WeightedMixController own) {
    Sampler sampler = own.next();
    if (sampler instanceof Numbered numbered) {
      return numbered.number;
    }
    throw new AssertionError("no request in an iteration");
  }

  /** Every window of every length, by the difference of two prefixes. */
  private static void assertEveryWindow(int[] drawn, double[] weights) {
    double slack = WeightedMix.slack(weights);
    double sum = Arrays.stream(weights).sum();
    for (int i = 0; i < weights.length; i++) {
      double above = 0;
      double below = 0;
      double worst = 0;
      for (int branch : drawn) {
        double excess = (branch == i ? 1 : 0) - weights[i] / sum;
        above = Math.max(0, above + excess - 0.001);
        below = Math.max(0, below - excess - 0.001);
        worst = Math.max(worst, Math.max(above, below));
      }
      assertThat(worst).as("branch %d", i).isLessThan(slack + 1e-6);
    }
  }

  private static final class Numbered extends AbstractSampler {
    private final int number;

    Numbered(int number) {
      this.number = number;
    }

    @Override
    public @Nullable SampleResult sample(@Nullable Entry entry) {
      return null;
    }
  }
}
