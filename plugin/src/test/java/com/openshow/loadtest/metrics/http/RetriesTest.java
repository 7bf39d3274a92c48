package com.openshow.loadtest.metrics.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class RetriesTest {
  private final AtomicLong nanos = new AtomicLong();
  private final List<Long> pauses = new ArrayList<>();
  private final Retries retries =
      new Retries(
          pause -> {
            pauses.add(pause.toMillis());
            nanos.addAndGet(pause.toNanos());
          });

  private Deadline deadline(long seconds) {
    return Deadline.in(Duration.ofSeconds(seconds), nanos::get);
  }

  @Test
  void aPassingFailureIsTriedFourTimesWithGrowingPauses() {
    assertThatThrownBy(
            () ->
                retries.run(
                    deadline(30),
                    () -> {
                      throw FetchException.passing("it broke", "see the log");
                    }))
        .hasMessage("it broke (tried 4 times); see the log");
    assertThat(pauses).containsExactly(200L, 400L, 800L);
  }

  @Test
  void aLastingFailureIsTriedOnce() {
    assertThatThrownBy(
            () ->
                retries.run(
                    deadline(30),
                    () -> {
                      throw FetchException.lasting("it is wrong", "correct it");
                    }))
        .hasMessage("it is wrong; correct it");
    assertThat(pauses).isEmpty();
  }

  @Test
  void nothingIsBegunAfterTheDeadline() {
    assertThatThrownBy(
            () ->
                retries.run(
                    Deadline.in(Duration.ofMillis(500), nanos::get),
                    () -> {
                      throw FetchException.passing("it broke", "see the log");
                    }))
        .hasMessage("it broke (tried 2 times); see the log");
    assertThat(pauses).containsExactly(200L);
  }

  @Test
  void aServerThatWantsToBeLeftAloneIs() throws Exception {
    List<String> left = new ArrayList<>(List.of("first", "second"));

    String answer =
        retries.run(
            deadline(30),
            () -> {
              if (left.remove("first")) {
                throw FetchException.passing("too many", "wait").after(Duration.ofSeconds(7));
              }
              return left.get(0);
            });

    assertThat(answer).isEqualTo("second");
    assertThat(pauses).containsExactly(7000L);
  }

  @Test
  void aPauseBeyondTheDeadlineIsNotWaitedFor() {
    assertThatThrownBy(
            () ->
                retries.run(
                    deadline(5),
                    () -> {
                      throw FetchException.passing("too many", "wait").after(Duration.ofSeconds(7));
                    }))
        .hasMessage("too many; wait");
    assertThat(pauses).isEmpty();
  }

  @Test
  void aDeadlineIsNeverLaterThanTheOneItIsPartOf() {
    Deadline whole = deadline(10);
    nanos.addAndGet(Duration.ofSeconds(8).toNanos());

    assertThat(whole.orIn(Duration.ofSeconds(5)).remaining()).isEqualTo(Duration.ofSeconds(2));
    assertThat(whole.orIn(Duration.ofSeconds(1)).remaining()).isEqualTo(Duration.ofSeconds(1));
    nanos.addAndGet(Duration.ofSeconds(3).toNanos());
    assertThat(whole.isOver()).isTrue();
    assertThat(whole.remaining()).isZero();
  }
}
