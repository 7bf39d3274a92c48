package com.openshow.loadtest.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

final class ScheduleTest {
  private static final long SEED = 20261124;

  @Test
  void anEvenRateIsDueAtWholeMultiplesOfItsGap() {
    Schedule schedule = schedule("200", false, 1, 1);
    for (int i = 0; i < 12_000; i++) {
      assertThat(schedule.next().orElseThrow()).isCloseTo(i / 200.0, within(1e-9));
    }
    assertThat(schedule.planned(60)).isCloseTo(12_000, within(1e-6));
  }

  @Test
  void theAreaOfStagesIsWhatANaiveSumSays() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int round = 0; round < 200; round++) {
      List<Stage> stages = new ArrayList<>();
      for (int i = random.nextInt(1, 6); i > 0; i--) {
        stages.add(new Stage(random.nextInt(0, 5), random.nextInt(0, 50)));
      }
      Profile profile = Profile.of(stages);
      double end = stages.stream().mapToDouble(Stage::seconds).sum() + 1;
      double sum = 0;
      double step = end / 20_000;
      for (double time = step / 2; time < end; time += step) {
        sum += profile.level(time) * step;
      }
      assertThat(profile.area(end)).as("%s, seed %d", stages, SEED).isCloseTo(sum, within(0.05));
    }
  }

  @Test
  void theTimeOfAnAreaIsWhereTheAreaIsReached() {
    Profile profile = Profile.parse("10s:20,5s:0,5s:0,0s:7,10s:7");
    for (double area = 0.5; area < 200; area += 0.5) {
      double time = profile.timeOfArea(area).orElseThrow();
      assertThat(profile.area(time)).isCloseTo(area, within(1e-6));
    }
  }

  @Test
  void whereNothingIsDueAnyMoreThereIsNoNextTime() {
    Schedule schedule = schedule("1s:2,1s:0", false, 1, 1);
    assertThat(schedule.planned(2)).isEqualTo(2);
    assertThat(schedule.next()).isPresent();
    assertThat(schedule.next()).isPresent();
    assertThat(schedule.next()).isEmpty();
  }

  @Test
  void theInjectorsOfARateMakeTheSameDueTimesTogetherAsOneAlone() {
    List<Double> together = new ArrayList<>();
    for (int injector = 1; injector <= 3; injector++) {
      Schedule part = schedule("10s:30", false, 3, injector);
      for (int i = 0; i < 50; i++) {
        together.add(part.next().orElseThrow());
      }
    }
    Collections.sort(together);
    Schedule alone = schedule("10s:30", false, 1, 1);
    for (double due : together) {
      assertThat(due).isEqualTo(alone.next().orElseThrow());
    }
  }

  @Test
  void poissonGapsAreExponentialAndTheSameForTheSameSeed() {
    Schedule schedule = schedule("100", true, 1, 1);
    Schedule again = schedule("100", true, 1, 1);
    int count = 100_000;
    double last = 0;
    double longer = 0;
    for (int i = 0; i < count; i++) {
      double due = schedule.next().orElseThrow();
      assertThat(again.next().orElseThrow()).isEqualTo(due);
      longer += due - last > 0.01 ? 1 : 0;
      last = due;
    }
    assertThat(last).as("seed %d", SEED).isCloseTo(count / 100.0, within(10.0));
    assertThat(longer / count).as("share of gaps above the mean").isCloseTo(0.3679, within(0.01));
  }

  @Test
  void threadsThatTakeAtOnceTakeEveryDueTimeOnce() throws Exception {
    Schedule schedule = schedule("1000", false, 1, 1);
    ConcurrentLinkedQueue<Double> taken = new ConcurrentLinkedQueue<>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Thread thread =
          new Thread(
              () -> {
                for (int n = 0; n < 1_000; n++) {
                  taken.add(schedule.next().orElseThrow());
                }
              });
      threads.add(thread);
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(taken.stream().sorted().mapToLong(due -> Math.round(due * 1_000)).toArray())
        .hasSize(8_000)
        .startsWith(0, 1, 2)
        .endsWith(7_998, 7_999)
        .doesNotHaveDuplicates();
  }

  @Test
  void aThreadAboveTheLevelWaitsForTheNextRise() {
    Profile vus = Profile.parse("2s:4,4s:4,0s:1,2s:1,0s:3,2s:3");
    assertThat(vus.timeAbove(0, 0).orElseThrow()).isCloseTo(0, within(1e-5));
    assertThat(vus.timeAbove(2, 0).orElseThrow()).isCloseTo(1, within(1e-5));
    assertThat(vus.timeAbove(2, 3)).hasValue(3);
    assertThat(vus.timeAbove(2, 6.5).orElseThrow()).isCloseTo(8, within(1e-5));
    assertThat(vus.timeAbove(3, 6.5)).isEmpty();
  }

  @Test
  void whatIsNoRateIsSaid() {
    assertThatThrownBy(() -> Profile.parse("fast"))
        .hasMessage("must be a number, or stages such as 30s:200,60s:200, but was \"fast\"");
    assertThatThrownBy(() -> Profile.parse("-1")).hasMessageContaining("0 to 1e9");
    assertThatThrownBy(() -> Profile.parse("NaN")).hasMessageContaining("0 to 1e9");
    assertThatThrownBy(() -> new Schedule.Arrivals(false, 0, 2, 3))
        .hasMessage("injector must be 1 to 2, but was 3");
  }

  private static Schedule schedule(String rate, boolean poisson, int injectors, int injector) {
    return new Schedule(
        Profile.parse(rate), new Schedule.Arrivals(poisson, SEED, injectors, injector));
  }
}
