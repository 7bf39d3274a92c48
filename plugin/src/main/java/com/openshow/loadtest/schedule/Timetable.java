package com.openshow.loadtest.schedule;

import java.util.Optional;

/**
 * When the requests of one injector are due, in so few words that each of its samples can carry
 * them: so a controller knows what was planned, whatever properties its injectors were given.
 *
 * @param rate requests per second of all injectors together, as {@link Profile#parse} reads them
 * @param arrivals how they come, and which of them are this injector's
 * @param startMillis when it began, by the injector's wall clock
 * @param durationMillis after which time nothing is due; 0 when it has no end of its own
 */
public record Timetable(
    String rate, Schedule.Arrivals arrivals, long startMillis, long durationMillis) {
  private static final String MARK = "schedule";
  private static final String SEPARATOR = "|";
  private static final int PARTS = 8;

  /** The due times, of which nothing is taken yet. */
  public Schedule schedule() {
    return new Schedule(Profile.parse(rate), arrivals);
  }

  /** The same for another of the injectors. */
  public Timetable of(int injector) {
    return new Timetable(
        rate,
        new Schedule.Arrivals(arrivals.poisson(), arrivals.seed(), arrivals.injectors(), injector),
        startMillis,
        durationMillis);
  }

  /** How many of its requests are due until this moment; of Poisson arrivals, on average. */
  public double planned(long nowMillis) {
    long until = durationMillis > 0 ? Math.min(nowMillis, startMillis + durationMillis) : nowMillis;
    return schedule().planned((until - startMillis) / 1000.0);
  }

  /** The words that {@link #parse} reads. */
  public String text() {
    return String.join(
        SEPARATOR,
        MARK,
        Boolean.toString(arrivals.poisson()),
        Long.toString(arrivals.seed()),
        Integer.toString(arrivals.injector()),
        Integer.toString(arrivals.injectors()),
        Long.toString(startMillis),
        Long.toString(durationMillis),
        rate);
  }

  /** What {@link #text} wrote; empty for every other text. */
  public static Optional<Timetable> parse(String text) {
    String[] parts = text.split("\\" + SEPARATOR, -1);
    if (parts.length != PARTS || !parts[0].equals(MARK)) {
      return Optional.empty();
    }
    try {
      Profile.parse(parts[7]);
      return Optional.of(
          new Timetable(
              parts[7],
              new Schedule.Arrivals(
                  Boolean.parseBoolean(parts[1]),
                  Long.parseLong(parts[2]),
                  Integer.parseInt(parts[4]),
                  Integer.parseInt(parts[3])),
              Long.parseLong(parts[5]),
              Long.parseLong(parts[6])));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
