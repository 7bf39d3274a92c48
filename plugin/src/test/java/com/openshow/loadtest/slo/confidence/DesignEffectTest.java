package com.openshow.loadtest.slo.confidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.openshow.loadtest.slo.confidence.DesignEffect.Batch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class DesignEffectTest {
  private static final long SEED = 20260101;

  @Test
  void independentSamplesHaveAnEffectNearOne() {
    Random random = new Random(SEED);
    double sum = 0;
    for (int round = 0; round < 200; round++) {
      List<Batch> parts = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        parts.add(new Batch(100, random.ints(100, 0, 20).filter(n -> n == 0).count()));
      }
      sum += DesignEffect.of(parts);
    }
    // A mean of at least 1, of estimates that are never below it.
    assertThat(sum / 200).as("seed %d", SEED).isBetween(1.1, 1.4);
  }

  @Test
  void stallsOfManyRequestsInARowCountAsFew() {
    // Each stall hits 100 requests: as if there had been a hundredth as many.
    Random random = new Random(SEED);
    double sum = 0;
    for (int round = 0; round < 200; round++) {
      List<Batch> parts = new ArrayList<>();
      for (int i = 0; i < 2_000; i++) {
        parts.add(new Batch(100, random.nextInt(20) == 0 ? 100 : 0));
      }
      sum += DesignEffect.of(parts);
    }
    assertThat(sum / 200).as("seed %d", SEED).isCloseTo(110, within(15.0));
  }

  @Test
  void whereNothingCanBeToldTheEffectIsOne() {
    assertThat(DesignEffect.of(List.of())).isOne();
    assertThat(DesignEffect.of(Collections.nCopies(60, new Batch(100, 0)))).isOne();
    assertThat(DesignEffect.of(Collections.nCopies(60, new Batch(100, 100)))).isOne();
    assertThat(DesignEffect.of(List.of(new Batch(10, 10), new Batch(10, 0)))).isOne();
    assertThat(DesignEffect.of(Collections.nCopies(60, new Batch(0, 0)))).isOne();
  }
}
