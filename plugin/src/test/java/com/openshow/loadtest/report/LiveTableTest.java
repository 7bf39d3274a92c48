package com.openshow.loadtest.report;

import static com.openshow.loadtest.report.Views.nothing;
import static com.openshow.loadtest.report.Views.p95;
import static org.assertj.core.api.Assertions.assertThat;

import com.openshow.loadtest.slo.Outcome;
import com.openshow.loadtest.slo.Verdict;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class LiveTableTest {
  private static final List<Verdict> VERDICTS = List.of(Verdict.values());
  private static final LiveView VIEW =
      Views.of(
          p95(Verdict.PASS, "GET /a"),
          p95(Verdict.PASS, "GET /b"),
          nothing("S_02"),
          p95(Verdict.FAIL, "GET /search/suggestions"));

  @Test
  void whereThereIsRoomAllObjectivesStandInTheirOrder() {
    assertThat(render(100, 10, VIEW))
        .isEqualTo(
            """
            [#######-----------------------] 25 %  00:02:30 of 00:10:00
            30000 requests, 200.0/s, 3 errors (0.01 %)
            so far: FAIL (2 passed, 1 failed, 1 inconclusive)
            verdict       scenario  request                  objective             observed  samples
            PASS          S_01      GET /a                   p95 <= 50 ms             62 ms      100
            PASS          S_01      GET /b                   p95 <= 50 ms             62 ms      100
            INCONCLUSIVE  S_02      (all)                    error_rate <= 0.01 %         -        0
            FAIL          S_01      GET /search/suggestions  p95 <= 50 ms             62 ms      100
            """);
  }

  @Test
  void whereThereIsNotTheWorstStandFirstAndTheOthersAreCounted() {
    assertThat(render(100, 7, VIEW).lines().skip(3))
        .containsExactly(
            "verdict       scenario  request                  objective             observed  samples",
            "FAIL          S_01      GET /search/suggestions  p95 <= 50 ms             62 ms      100",
            "INCONCLUSIVE  S_02      (all)                    error_rate <= 0.01 %         -        0",
            "... 2 more (2 PASS)");
  }

  @Test
  void namesGiveWayBeforeAnythingIsCutOff() {
    assertThat(render(73, 10, VIEW).lines().skip(3))
        .containsExactly(
            "verdict       scenario  request   objective             observed  samples",
            "PASS          S_01      GET /a    p95 <= 50 ms             62 ms      100",
            "PASS          S_01      GET /b    p95 <= 50 ms             62 ms      100",
            "INCONCLUSIVE  S_02      (all)     error_rate <= 0.01 %         -        0",
            "FAIL          S_01      GET..ons  p95 <= 50 ms             62 ms      100");
  }

  @Test
  void noLineIsLongerThanTheTerminalAndThereAreNoMoreOfThem() {
    Random random = new Random(7);
    for (int round = 0; round < 500; round++) {
      Outcome[] outcomes = new Outcome[random.nextInt(30)];
      for (int i = 0; i < outcomes.length; i++) {
        outcomes[i] =
            p95(
                VERDICTS.get(random.nextInt(VERDICTS.size())),
                "\ud83d\ude00/long/path/".repeat(random.nextInt(9)));
      }
      int columns = 1 + random.nextInt(140);
      int lines = 1 + random.nextInt(40);
      assertThat(render(columns, lines, Views.of(outcomes)).lines())
          .as("round %d: %d columns, %d lines", round, columns, lines)
          .hasSizeLessThanOrEqualTo(lines)
          .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(columns));
    }
  }

  @Test
  void aRunWithoutAnEndHasNoBar() {
    LiveView view =
        new LiveView(
            new RunTime(java.time.Duration.ofSeconds(3723), java.util.Optional.empty(), false),
            new Traffic(0, 0, 120, 40),
            VIEW.judgement());

    assertThat(render(100, 10, view))
        .startsWith(
            """
            01:02:03 elapsed
            0 requests (and 120 in the warm-up), 40.0/s, 0 errors (0.00 %)
            """);
  }

  @Test
  void aLabelCannotTakeOverTheTerminal() {
    LiveView view = Views.of(p95(Verdict.FAIL, "\033[2J\u009b31m\u202egnp\r\n\u2028\ud800"));

    assertThat(render(100, 10, view)).contains("?[2J?31m?gnp????");
    assertThat(LiveLine.render(view)).contains("?[2J?31m?gnp????");
  }

  @Test
  void theWordIsPaintedAndNothingElse() {
    String text = String.join("\n", new LiveTable(100, 10, Style.COLOURED).render(VIEW));

    assertThat(text)
        .contains("\n\033[32mPASS\033[0m          S_01      GET /a  ")
        .contains("\n\033[31mFAIL\033[0m          S_01")
        .contains("\n\033[33mINCONCLUSIVE\033[0m  S_02")
        .contains("\n\033[31mso far: FAIL (2 passed, 1 failed, 1 inconclusive)\033[0m\n");
    assertThat(text.replaceAll("\033\\[\\d+m", "") + "\n").isEqualTo(render(100, 10, VIEW));
  }

  private static String render(int columns, int lines, LiveView view) {
    return String.join("\n", new LiveTable(columns, lines, Style.PLAIN).render(view)) + "\n";
  }
}
