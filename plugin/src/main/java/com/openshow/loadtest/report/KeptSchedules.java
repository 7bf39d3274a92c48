package com.openshow.loadtest.report;

import com.openshow.loadtest.slo.Pacing;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How a run kept to its schedules, as its {@code verdict.json} tells: results files do not say how
 * many requests were due.
 *
 * @param endedAt when the run ended
 * @param pacing one of each scenario that had a schedule
 */
public record KeptSchedules(Instant endedAt, List<Pacing> pacing) {
  /** The file, beside the other reports. */
  public static final String FILE_NAME = VerdictJson.FILE_NAME;

  public KeptSchedules {
    pacing = List.copyOf(pacing);
  }

  /**
   * Reads a file.
   *
   * @throws IOException when it cannot be read, or does not tell; its message says what is wrong
   */
  public static KeptSchedules read(Path file) throws IOException {
    Map<?, ?> json = JsonTree.object(file);
    List<Pacing> pacing = new ArrayList<>();
    try {
      if (json.get("schedules") instanceof Iterable<?> schedules) {
        for (Object schedule : schedules) {
          pacing.add(pacing((Map<?, ?>) schedule));
        }
      }
      return new KeptSchedules(Instant.parse(String.valueOf(json.get("endedAt"))), pacing);
    } catch (DateTimeException | ClassCastException | IllegalArgumentException e) {
      throw new IOException(file + ": its schedules cannot be read: " + e.getMessage(), e);
    }
  }

  private static Pacing pacing(Map<?, ?> members) {
    return new Pacing(
        String.valueOf(members.get("scenario")),
        number(members, "planned"),
        (long) number(members, "achieved"),
        (long) number(members, "worstLagMillis"),
        (long) number(members, "totalLagMillis"));
  }

  private static double number(Map<?, ?> members, String name) {
    if (members.get(name) instanceof Number number) {
      return number.doubleValue();
    }
    throw new IllegalArgumentException(name + " is missing");
  }
}
