package com.openshow.loadtest.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.openshow.loadtest.scenario.LoadTest;
import com.openshow.loadtest.scenario.Scenario;
import com.openshow.loadtest.scenario.read.ScenarioReader;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class FitVusTest {
  private static final long SEED = 20261124;

  @Test
  void theSumIsExactlyTheCapAndNobodyIsLeftWithNone() throws Exception {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int round = 0; round < 300; round++) {
      List<Integer> vus =
          IntStream.range(0, random.nextInt(1, 9)).mapToObj(i -> random.nextInt(1, 500)).toList();
      int cap = random.nextInt(vus.size(), 1_000);
      List<Integer> fitted = fit(cap, vus);
      int sum = vus.stream().mapToInt(Integer::intValue).sum();
      assertThat(fitted.stream().mapToInt(Integer::intValue).sum())
          .as("%s to %d, seed %d", vus, cap, SEED)
          .isEqualTo(Math.min(cap, sum));
      assertThat(fitted).allMatch(one -> one >= 1);
    }
  }

  @Test
  void theSeedsScenariosKeepTheirProportions() throws Exception {
    assertThat(fit(200, List.of(150, 50, 10))).containsExactly(143, 48, 9);
  }

  private static List<Integer> fit(int cap, List<Integer> vus) throws Exception {
    String scenarios =
        IntStream.range(0, vus.size())
            .mapToObj(
                i ->
                    "{\"name\": \"S"
                        + i
                        + "\", \"type\": \"Smoke\", \"target_vus\": "
                        + vus.get(i)
                        + ", \"endpoints\": [{\"path\": \"/\", \"method\": \"GET\", \"weight\": 1}]}")
            .collect(Collectors.joining(","));
    String json =
        """
        {"project_name": "p", "test_tool": "t", "staging_url": "http://h", "global_duration": "1s",
         "global_vus": %d, "scenarios": [%s]}
        """
            .formatted(cap, scenarios);
    LoadTest test = ScenarioReader.read("s.json", json.getBytes(UTF_8)).loadTest();
    return FitVus.fit(test).scenarios().stream().map(Scenario::targetVus).toList();
  }
}
