package com.openshow.loadtest.jmeter;

import static org.assertj.core.api.Assertions.assertThat;

import com.openshow.loadtest.schedule.Schedule;
import com.openshow.loadtest.schedule.Timetable;
import com.openshow.loadtest.slo.Pacing;
import org.apache.jmeter.samplers.SampleEvent;
import org.apache.jmeter.samplers.SampleResult;
import org.junit.jupiter.api.Test;

final class RemoteSchedulesTest {
  private static final long START = 1_795_000_000_000L;

  private final RemoteSchedules schedules = new RemoteSchedules();

  @Test
  void whatTheInjectorsMadeIsSummedAndASilentInjectorIsPlannedToo() {
    arrive("A", "one", timetable(1), 5);
    arrive("A", "one", timetable(1), 40);
    arrive("A", "two", timetable(2), 7);

    assertThat(schedules.pacing(START + 60_000)).containsExactly(new Pacing("A", 30, 3, 40, 52));
  }

  @Test
  void injectorsThatWereGivenOneNumberShowAsMoreThanPlanned() {
    for (int i = 0; i < 30; i++) {
      arrive("A", "one", alone(), 0);
      arrive("A", "two", alone(), 0);
    }

    assertThat(schedules.pacing(START + 60_000)).containsExactly(new Pacing("A", 30, 60, 0, 0));
  }

  @Test
  void aSampleThatNoScheduleMadeCountsForNone() {
    SampleResult saved = new SampleResult();
    saved.setResultFileName("/tmp/response1.json");
    schedules.record(new SampleEvent(saved, "A"));
    schedules.record(new SampleEvent(new SampleResult(), "A"));

    assertThat(schedules.pacing(START)).isEmpty();
  }

  private void arrive(String scenario, String host, Timetable timetable, long lagMillis) {
    SampleResult sample = new SampleResult();
    sample.setIdleTime(lagMillis);
    RemoteSchedules.mark(sample, timetable);
    schedules.record(new SampleEvent(sample, scenario, host));
  }

  private static Timetable timetable(int injector) {
    return new Timetable("3", new Schedule.Arrivals(false, 1, 3, injector), START, 10_000);
  }

  private static Timetable alone() {
    return new Timetable("3", new Schedule.Arrivals(false, 1, 1, 1), START, 10_000);
  }
}
