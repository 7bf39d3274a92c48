package com.openshow.loadtest.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class TimetableTest {
  private static final long START = 1_795_000_000_000L;

  @Test
  void itsTextIsReadBackAndNoOtherTextIs() {
    Timetable timetable = timetable("30s:200,60s:50.5", 2, 3, 90_000);

    assertThat(Timetable.parse(timetable.text())).contains(timetable);
    for (String other :
        new String[] {"", "/tmp/response1.json", "schedule", "schedule|a|b|c|d|e|f|g"}) {
      assertThat(Timetable.parse(other)).as(other).isEmpty();
    }
  }

  @Test
  void theInjectorsPlansAddUpToExactlyWhatIsDueAndEachToWhatItTakes() {
    for (int injectors = 1; injectors <= 4; injectors++) {
      for (double rate : new double[] {0.1, 1, 7, 33.3, 200}) {
        double sum = 0;
        for (int injector = 1; injector <= injectors; injector++) {
          Timetable part = timetable(Double.toString(rate), injector, injectors, 10_000);
          double planned = part.planned(START + 60_000);
          assertThat(planned).isEqualTo(taken(part.schedule(), 10));
          sum += planned;
        }
        assertThat(sum).isEqualTo(Math.ceil(rate * 10 - 1e-6));
      }
    }
  }

  private static double taken(Schedule schedule, double seconds) {
    int taken = 0;
    OptionalDouble due = schedule.next();
    while (due.isPresent() && due.getAsDouble() < seconds - 1e-9) {
      taken++;
      due = schedule.next();
    }
    return taken;
  }

  @Test
  void whatIsPlannedGrowsUntilItsEnd() {
    Timetable timetable = timetable("10", 1, 1, 5_000);
    assertThat(timetable.planned(START - 1_000)).isZero();
    assertThat(timetable.planned(START + 2_000)).isEqualTo(20);
    assertThat(timetable.planned(START + 7_000)).isEqualTo(50);
    assertThat(timetable("10", 1, 1, 0).planned(START + 7_000)).isEqualTo(70);
  }

  private static Timetable timetable(String rate, int injector, int injectors, long millis) {
    return new Timetable(rate, new Schedule.Arrivals(false, 7, injectors, injector), START, millis);
  }
}
