package com.openshow.loadtest.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openshow.loadtest.slo.ErrorRate;
import com.openshow.loadtest.slo.Judgement;
import com.openshow.loadtest.slo.LatencyPercentile;
import com.openshow.loadtest.slo.Objective;
import com.openshow.loadtest.slo.Outcome;
import com.openshow.loadtest.slo.Pacing;
import com.openshow.loadtest.slo.Scope;
import com.openshow.loadtest.slo.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GitHubActionsTest {
  private static final Judgement JUDGEMENT =
      new Judgement(
              Instant.EPOCH,
              Instant.EPOCH.plusSeconds(20),
              List.of(
                  new Outcome(
                      new Objective(new Scope("S_01", "GET /a|b"), new LatencyPercentile(95), 30),
                      OptionalDouble.of(124),
                      400,
                      Verdict.FAIL,
                      "124 ms is more than 30 ms"),
                  new Outcome(
                      new Objective(new Scope("S_01", ""), new ErrorRate(), 0.01),
                      OptionalDouble.of(0),
                      400,
                      Verdict.PASS,
                      "0 % is at most 0.01 %"),
                  new Outcome(
                      new Objective(new Scope("S", "<b>, a:b\n"), new LatencyPercentile(99), 5),
                      OptionalDouble.empty(),
                      0,
                      Verdict.INCONCLUSIVE,
                      "100 %\nof nothing")),
              Optional.empty())
          .with(List.of(new Pacing("S_01", 4000, 3999, 21, 900)));

  @TempDir private Path folder;

  @Test
  void theSummaryIsATableThatNoLabelCanBreak() throws Exception {
    Path page = Files.writeString(folder.resolve("page.md"), "before\n");
    GitHubActions.summarize(JUDGEMENT, "My *run*", Map.of(GitHubActions.SUMMARY, page.toString()));
    assertThat(page)
        .hasContent(
            """
            before
            ## ❌ My \\*run\\*: FAIL (1 passed, 1 failed, 1 inconclusive)

            | verdict | scenario | request | objective | observed | samples | why |
            |---|---|---|---|--:|--:|---|
            | ❌ FAIL | S\\_01 | GET /a\\|b | p95 \\<= 30 ms | 124 ms | 400 | 124 ms is more than 30 ms |
            | ✅ PASS | S\\_01 | \\(all\\) | error\\_rate \\<= 0.01 % | 0 % | 400 |  |
            | ❔ INCONCLUSIVE | S | \\<b\\>, a:b  | p99 \\<= 5 ms | - | 0 | 100 % of nothing |

            - Schedule of S\\_01: 3999 of 4000 requests due were made; the latest began 21 ms late

            """);
  }

  @Test
  void eachObjectiveThatDidNotPassIsANoteAtTheJob() {
    assertThat(GitHubActions.annotations(JUDGEMENT, Map.of(GitHubActions.ACTIONS, "true")))
        .isEqualTo(
            """
            ::error title=FAIL%3A p95 of GET /a|b of S_01::124 ms is more than 30 ms
            ::warning title=INCONCLUSIVE%3A p99 of <b>%2C a%3Ab%0A of S::100 %25%0Aof nothing
            """);
  }

  @Test
  void elsewhereNothingIsSaid() throws Exception {
    assertThat(GitHubActions.annotations(JUDGEMENT, Map.of())).isEmpty();
    GitHubActions.summarize(JUDGEMENT, "run", Map.of());
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aPageThatCannotBeWrittenIsNamed() {
    String page = folder.resolve("no/page.md").toString();
    assertThatThrownBy(
            () -> GitHubActions.summarize(JUDGEMENT, "run", Map.of(GitHubActions.SUMMARY, page)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(page);
  }
}
