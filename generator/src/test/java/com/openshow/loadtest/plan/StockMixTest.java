package com.openshow.loadtest.plan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.openshow.loadtest.scenario.LoadTest;
import com.openshow.loadtest.scenario.read.ScenarioReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The stock mix, run by JMeter's own engine with samplers that do nothing. */
final class StockMixTest {
  /** How far a count may be from its share: halves of one for each nested controller. */
  private static final double BOUND = 2;

  @TempDir private Path folder;

  @ParameterizedTest(name = "weights {0}, {1} threads")
  @CsvSource({
    "1 1, 1",
    "1 1, 10",
    "40 30 20 10, 1",
    "40 30 20 10, 10",
    "1 999, 10",
    "0.6 0.4, 10",
    "0.1 2.5 33.3 7 7, 10"
  })
  void exactlyOneRequestAnIterationAndEachInItsShare(String weights, int threads) throws Exception {
    List<Double> list = Arrays.stream(weights.split(" ", -1)).map(Double::valueOf).toList();

    holds(list, threads, 10_000 / threads);
  }

  @Test
  void soItIsWith200EndpointsAndWithThreadsThatRunOneIterationEach() throws Exception {
    Random random = new Random(3);
    List<Double> weights = random.doubles(200, 0.01, 100).boxed().toList();

    holds(weights, 10, 1_000);
    holds(List.of(40.0, 30.0, 20.0, 10.0), 200, 1);
  }

  @Test
  void theBoundHoldsForMixesOfEverySize() {
    for (int seed = 0; seed < 40; seed++) {
      Random random = new Random(seed);
      List<Double> weights =
          IntStream.range(0, 2 + random.nextInt(199))
              .mapToObj(i -> Math.exp(random.nextGaussian() * 3))
              .toList();
      int[] counts = new int[weights.size()];
      Map<StockSplit, int[]> state = new HashMap<>();
      double whole = weights.stream().mapToDouble(w -> w).sum();
      for (int n = 1; n <= 2_000; n++) {
        counts[draw(weights, 0, weights.size(), state)]++;
        for (int i = 0; i < counts.length; i++) {
          assertThat(Math.abs(counts[i] - n * weights.get(i) / whole))
              .as("seed %s, endpoint %s of %s, iteration %s", seed, i, weights, n)
              .isLessThan(BOUND);
        }
      }
    }
  }

  /** What JMeter's Throughput Controllers do, in one thread. */
  private static int draw(List<Double> weights, int from, int to, Map<StockSplit, int[]> state) {
    if (to - from == 1) {
      return from;
    }
    StockSplit split = StockSplit.of(weights, from, to);
    int[] counts = state.computeIfAbsent(split, key -> new int[2]);
    double part = weights.subList(from, split.middle()).stream().mapToDouble(w -> w).sum();
    double all = weights.subList(from, to).stream().mapToDouble(w -> w).sum();
    boolean runs = (100.0 * counts[0] + 50.0) / ++counts[1] < (float) (100 * part / all);
    counts[0] += runs ? 1 : 0;
    return runs
        ? draw(weights, from, split.middle(), state)
        : draw(weights, split.middle(), to, state);
  }

  private void holds(List<Double> weights, int threads, int loops) throws Exception {
    DryRun.Counter counter = run(weights, threads, loops);

    int iterations = threads * loops;
    // Of each thread as many requests as iterations, so none was empty and none had two, ...
    assertThat(counter.threads().values()).hasSize(threads).allMatch(count -> count == loops);
    // ... and of the whole group each in its share.
    double whole = weights.stream().mapToDouble(weight -> weight).sum();
    for (int i = 0; i < weights.size(); i++) {
      double share = iterations * weights.get(i) / whole;
      assertThat(counter.labels().getOrDefault("GET /" + i, 0) - share)
          .as("endpoint %s of %s, %s threads", i, weights, threads)
          .isBetween(-BOUND, BOUND);
    }
  }

  private DryRun.Counter run(List<Double> weights, int threads, int iterations) throws Exception {
    LoadTest test = ScenarioReader.read("s.json", json(weights).getBytes(UTF_8)).loadTest();
    byte[] plan = Objects.requireNonNull(Plans.stock(test, new Source("s.json", "")).get("S.jmx"));
    return DryRun.run(Files.write(folder.resolve("S.jmx"), plan), threads, iterations);
  }

  private static String json(List<Double> weights) {
    return """
        {"project_name": "p", "test_tool": "t", "staging_url": "http://127.0.0.1:1",
         "global_vus": 1, "global_duration": "60s",
         "defaults": {"think_time": "0s"},
         "scenarios": [{"name": "S", "type": "Smoke", "target_vus": 1, "endpoints": [%s]}]}
        """
        .formatted(
            IntStream.range(0, weights.size())
                .mapToObj(
                    i ->
                        "{\"path\": \"/%d\", \"method\": \"GET\", \"weight\": %s}"
                            .formatted(i, weights.get(i)))
                .collect(Collectors.joining(",")));
  }
}
