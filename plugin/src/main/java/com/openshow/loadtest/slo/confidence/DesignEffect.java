package com.openshow.loadtest.slo.confidence;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * By how much the variance of a share is greater than it would be if requests were independent.
 *
 * <p>They are not: a stall hits many in a row. The time of the run is cut into batches, long enough
 * to be nearly independent of each other, and the share's variance between them is compared with
 * the binomial one (batch means: A. Law, "Simulation Modeling and Analysis", section 9.5; the ratio
 * is what L. Kish, "Survey Sampling", calls the design effect). Few batches know their variance
 * badly, so the ratio is raised by the square of Student's t over the normal quantile.
 *
 * <p>What it cannot see: a dependence that lasts longer than a batch.
 */
public final class DesignEffect {
  /** How many batches the time is cut into. */
  static final int BATCHES = 20;

  /** With fewer no dependence can be told from chance. */
  static final int MIN_BATCHES = 10;

  private DesignEffect() {}

  /**
   * What happened in a part of the time.
   *
   * @param samples how many samples there were
   * @param hits how many of them were hits, 0 to {@code samples}
   */
  public record Batch(long samples, long hits) {
    public Batch {
      if (!(hits >= 0 && hits <= samples)) {
        throw new IllegalArgumentException(
            "hits must be between 0 and " + samples + ", but were " + hits);
      }
    }

    private Batch plus(Batch other) {
      return new Batch(samples + other.samples, hits + other.hits);
    }
  }

  /**
   * The design effect, at least 1; 1 where there are too few parts, or no two kinds of samples.
   *
   * @param parts successive parts of the time, of about the same length
   */
  public static double of(List<Batch> parts) {
    List<Batch> batches = regroup(parts.stream().filter(part -> part.samples > 0).toList());
    Batch whole = batches.stream().reduce(new Batch(0, 0), Batch::plus);
    if (batches.size() < MIN_BATCHES || whole.hits == 0 || whole.hits == whole.samples) {
      return 1;
    }
    double share = whole.hits / (double) whole.samples;
    double squares =
        batches.stream()
            .mapToDouble(batch -> batch.hits - share * batch.samples)
            .map(deviation -> deviation * deviation)
            .sum();
    int degrees = batches.size() - 1;
    double variance = squares * batches.size() / degrees;
    double binomial = whole.samples * share * (1 - share);
    return Math.max(1, variance / binomial * doubt(degrees));
  }

  private static double doubt(int degrees) {
    double ratio =
        TDistribution.of(degrees).inverseSurvivalProbability(Interval.RISK)
            / NormalDistribution.of(0, 1).inverseSurvivalProbability(Interval.RISK);
    return ratio * ratio;
  }

  private static List<Batch> regroup(List<Batch> parts) {
    if (parts.size() <= BATCHES) {
      return parts;
    }
    List<Batch> batches = new ArrayList<>();
    for (int i = 0; i < BATCHES; i++) {
      int from = (int) ((long) parts.size() * i / BATCHES);
      int to = (int) ((long) parts.size() * (i + 1) / BATCHES);
      batches.add(parts.subList(from, to).stream().reduce(new Batch(0, 0), Batch::plus));
    }
    return batches;
  }
}
