package com.openshow.loadtest.slo.simulation;

import com.openshow.loadtest.slo.confidence.DesignEffect.Batch;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AliasMethodDiscreteSampler;
import org.apache.commons.rng.sampling.distribution.SharedStateDiscreteSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The hits of simulated runs, in twenty parts of the same size: of samples that are above the
 * target, or failed.
 */
final class HitsInARun {
  private static final int PARTS = 20;
  private static final double NEVER = 1e-18;

  private HitsInARun() {}

  /**
   * Independent samples, with every latency drawn.
   *
   * @param samples a multiple of twenty
   */
  static Supplier<List<Batch>> drawn(
      int samples, Latencies latencies, UniformRandomProvider random) {
    return () -> parts(samples, () -> latencies.draw(random) > Latencies.TARGET);
  }

  /**
   * Independent samples. How many of a part are hits is binomial, whatever the distribution of the
   * latencies; so that number is drawn, and not one latency.
   *
   * @param samples a multiple of twenty
   * @param share of hits, 0 to 1
   */
  static Supplier<List<Batch>> independent(
      int samples, double share, UniformRandomProvider random) {
    int size = samples / PARTS;
    BinomialDistribution hits = BinomialDistribution.of(size, share);
    int least = hits.inverseCumulativeProbability(NEVER);
    int most = hits.inverseSurvivalProbability(NEVER);
    double[] probabilities = new double[most - least + 1];
    for (int i = 0; i < probabilities.length; i++) {
      probabilities[i] = hits.probability(least + i);
    }
    SharedStateDiscreteSampler sampler = AliasMethodDiscreteSampler.of(random, probabilities);
    return () ->
        Stream.generate(() -> new Batch(size, least + sampler.sample())).limit(PARTS).toList();
  }

  /**
   * Stalls that slow down every request until they end, of random length (a Markov chain of two
   * states).
   *
   * @param share of requests in a stall, 0 to 1
   * @param length of a stall on average, in requests
   */
  static Supplier<List<Batch>> stalls(
      int samples, double share, double length, UniformRandomProvider random) {
    double end = 1 / length;
    double begin = share / (1 - share) / length;
    return () -> {
      boolean[] stalled = {random.nextDouble() < share};
      return parts(
          samples,
          () -> {
            boolean hit = stalled[0];
            stalled[0] = hit ? random.nextDouble() >= end : random.nextDouble() < begin;
            return hit;
          });
    };
  }

  /**
   * Latencies that rise and fall slowly: log-normal, with the logarithm an autoregressive series of
   * the first order.
   *
   * @param share of latencies above the target, 0 to 1
   * @param length after which the correlation has fallen to 1/e, in requests
   */
  static Supplier<List<Batch>> waves(
      int samples, double share, double length, UniformRandomProvider random) {
    double kept = Math.exp(-1 / length);
    double fresh = Math.sqrt(1 - kept * kept);
    double target = NormalDistribution.of(0, 1).inverseSurvivalProbability(share);
    ZigguratSampler.NormalizedGaussian gaussian = ZigguratSampler.NormalizedGaussian.of(random);
    return () -> {
      double[] level = {gaussian.sample()};
      return parts(
          samples,
          () -> {
            level[0] = kept * level[0] + fresh * gaussian.sample();
            return level[0] > target;
          });
    };
  }

  private static List<Batch> parts(int samples, BooleanSupplier isHit) {
    int size = samples / PARTS;
    return Stream.generate(
            () -> {
              int hits = 0;
              for (int i = 0; i < size; i++) {
                hits += isHit.getAsBoolean() ? 1 : 0;
              }
              return new Batch(size, hits);
            })
        .limit(PARTS)
        .toList();
  }
}
