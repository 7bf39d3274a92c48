package com.openshow.loadtest.jmeter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.jmeter.control.LoopController;
import org.apache.jmeter.threads.JMeterContextService;
import org.apache.jmeter.threads.JMeterThread;
import org.apache.jorphan.collections.ListedHashTree;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is shown of a run while it goes on: when, how much, and until when it is planned. */
final class LiveConsoleTest {
  private static final Instant START = Instant.ofEpochSecond(100);

  @AfterEach
  void leaveNoThread() {
    JMeterContextService.getContext().setThread(null);
  }

  @Test
  void aLookTakesATenthOfTheTimeAtTheMost() {
    assertThat(Watch.pauseMillis(1000, 0)).isEqualTo(1000);
    assertThat(Watch.pauseMillis(1000, 100)).isEqualTo(900);
    assertThat(Watch.pauseMillis(1000, 300)).isEqualTo(2700);
  }

  @Test
  void theSizeOfATerminalThatDoesNotKnowItIsTheUsualOne() {
    assertThat(TerminalSize.parse("50 132\n")).isEqualTo(new TerminalSize(132, 50));
    for (String text : List.of("", "0 0\n", "stty: standard input: not a tty", "24 999999")) {
      assertThat(TerminalSize.parse(text)).as(text).isEqualTo(TerminalSize.USUAL);
    }
  }

  @Test
  void theIntervalIsANumberOfSeconds() {
    List<String> problems = new ArrayList<>();
    assertThat(LiveInterval.parse(" 5 ", problems)).isEqualTo(Duration.ofSeconds(5));
    assertThat(LiveInterval.parse("0", problems)).isZero();
    assertThat(problems).isEmpty();
    for (String text : List.of("", "-1", "1.5", "5s", "99999999")) {
      LiveInterval.parse(text, problems);
    }
    assertThat(problems)
        .hasSize(5)
        .contains(
            "slo.live_interval must be a whole number of seconds, 0 for never, but was \"5s\"");
  }

  @Test
  void aRunEndsWithTheLastOfTheGroupsThatHaveBegun() {
    PlannedEnd end = new PlannedEnd();
    assertThat(end.since(START)).isEmpty();
    seen(end, "S_01", 160);
    assertThat(end.since(START)).hasValue(Duration.ofSeconds(60));
    seen(end, "S_02", 130);
    seen(end, "S_01", 190);
    assertThat(end.since(START))
        .as("one thread speaks for its group")
        .hasValueSatisfying(length -> assertThat(length).isEqualTo(Duration.ofSeconds(60)));
  }

  @Test
  void aGroupWithoutADurationOrOnAnotherHostLeavesTheEndOpen() {
    PlannedEnd local = new PlannedEnd();
    seen(local, "S_01", 160);
    seen(local, "loops", 0);
    assertThat(local.since(START)).isEmpty();

    PlannedEnd remote = new PlannedEnd();
    JMeterContextService.getContext().setThread(null);
    remote.seen("host-S_01");
    assertThat(remote.since(START)).isEmpty();
  }

  private static void seen(PlannedEnd end, String group, long endSeconds) {
    LoopController loop = new LoopController();
    JMeterThread thread = new JMeterThread(new ListedHashTree(loop), null, null);
    thread.setEndTime(endSeconds * 1000);
    JMeterContextService.getContext().setThread(thread);
    end.seen(group);
  }
}
