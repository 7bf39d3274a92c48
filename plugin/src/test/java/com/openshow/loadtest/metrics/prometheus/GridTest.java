package com.openshow.loadtest.metrics.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GridTest {
  private static final long SEED = 20_260_301;

  @ParameterizedTest
  @CsvSource({
    "0, 1",
    "60, 1",
    // 11,000 points at the most: 10,999 steps.
    "10999, 1",
    "11000, 2",
    "21999, 2",
    "22000, 5",
    "86400, 10",
    "604800, 60",
    "31536000, 3600",
  })
  void theStepIsTheShortestWithWhichOneRequestWillDo(long lengthSeconds, long stepSeconds) {
    Grid grid = Grid.over(5, 5 + 1000 * lengthSeconds, Optional.empty());

    assertThat(grid.step()).isEqualTo(1000 * stepSeconds);
    assertThat(grid.parts()).hasSize(1);
  }

  @Test
  void partsHaveTheSameMomentsAsTheWholeEachOnce() {
    Random random = new Random(SEED);
    for (int round = 0; round < 300; round++) {
      long from = random.nextInt(1_000_000);
      long step = 100L + random.nextInt(3000);
      long to = from + random.nextInt(40_000) * step + random.nextInt((int) step);
      Grid whole = Grid.over(from, to, Optional.of(Duration.ofMillis(step)));
      List<Long> moments = new ArrayList<>();
      for (Grid part : whole.parts()) {
        List<Long> ofPart = naive(part);
        assertThat(ofPart).hasSizeLessThanOrEqualTo(Grid.MOST_POINTS);
        moments.addAll(ofPart);
      }
      assertThat(moments).as("seed %s, round %s", SEED, round).isEqualTo(naive(whole));
      assertThat(whole.last()).isEqualTo(moments.get(moments.size() - 1));
      assertThat(moments).allMatch(whole::has);
    }
  }

  /** As Prometheus goes through them. */
  private static List<Long> naive(Grid grid) {
    List<Long> moments = new ArrayList<>();
    for (long at = grid.from(); at <= grid.to(); at += grid.step()) {
      moments.add(at);
    }
    return moments;
  }

  @Test
  void otherMomentsAreNotInIt() {
    Grid grid = new Grid(1000, 4500, 1000);

    assertThat(List.of(0L, 999L, 1500L, 4500L, 5000L)).noneMatch(grid::has);
    assertThat(List.of(1000L, 2000L, 4000L)).allMatch(grid::has);
  }
}
