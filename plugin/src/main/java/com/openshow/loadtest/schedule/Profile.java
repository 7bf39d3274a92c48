package com.openshow.loadtest.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A level that changes over time in straight lines: a rate in requests per second, or a number of
 * virtual users. After its last stage it stays where it is.
 */
public final class Profile {
  private final double[] start;
  private final double[] area;
  private final double[] level;

  private Profile(double initial, List<Stage> stages) {
    start = new double[stages.size() + 1];
    area = new double[stages.size() + 1];
    level = new double[stages.size() + 1];
    level[0] = initial;
    for (int i = 0; i < stages.size(); i++) {
      Stage stage = stages.get(i);
      start[i + 1] = start[i] + stage.seconds();
      area[i + 1] = area[i] + stage.seconds() * (level[i] + stage.target()) / 2;
      level[i + 1] = stage.target();
    }
  }

  /** Always the same level. */
  public static Profile constant(double level) {
    return new Profile(new Stage(0, level).target(), List.of());
  }

  /** From 0, stage by stage. */
  public static Profile of(List<Stage> stages) {
    return new Profile(0, stages);
  }

  /**
   * The profile that a text writes: {@code "200"} for a level, or stages such as {@code
   * "30s:200,60s:200,0s:50"}, each a time in seconds and the level at its end.
   *
   * @throws IllegalArgumentException when it is neither
   */
  public static Profile parse(String text) {
    try {
      if (!text.contains(":")) {
        return constant(Double.parseDouble(text.trim()));
      }
      List<Stage> stages = new ArrayList<>();
      for (String stage : text.split(",", -1)) {
        int colon = stage.indexOf("s:");
        stages.add(
            new Stage(
                Double.parseDouble(stage.substring(0, Math.max(0, colon)).trim()),
                Double.parseDouble(stage.substring(colon + 2).trim())));
      }
      return of(stages);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "must be a number, or stages such as 30s:200,60s:200, but was \"" + text + "\"", e);
    }
  }

  /** The level at this time, in seconds from the start; after a jump, the level it leads to. */
  public double level(double seconds) {
    int i = segment(seconds, start);
    double length = i + 1 < start.length ? start[i + 1] - start[i] : 0;
    return length <= 0
        ? level[i]
        : level[i] + (level[i + 1] - level[i]) * (seconds - start[i]) / length;
  }

  /** The area under the profile up to this time: for a rate, the number of requests due by then. */
  public double area(double seconds) {
    int i = segment(seconds, start);
    return area[i] + (seconds - start[i]) * (level[i] + level(seconds)) / 2;
  }

  /**
   * The time in seconds at which the area under the profile is so great; empty when it never is.
   *
   * @param wanted at least 0
   */
  public OptionalDouble timeOfArea(double wanted) {
    int i = segment(wanted, area);
    double missing = wanted - area[i];
    boolean last = i + 1 == start.length;
    double length = last ? 0 : start[i + 1] - start[i];
    double slope = length <= 0 ? 0 : (level[i + 1] - level[i]) / length;
    if (missing <= 0 && level[i] > 0) {
      return OptionalDouble.of(start[i]);
    }
    if (slope == 0) {
      return level[i] > 0
          ? OptionalDouble.of(start[i] + missing / level[i])
          : OptionalDouble.empty();
    }
    // level*t + slope*t*t/2 = missing, in the form that loses no digits to cancellation.
    double root = Math.sqrt(Math.max(0, level[i] * level[i] + 2 * slope * missing));
    double time = level[i] + root == 0 ? 0 : 2 * missing / (level[i] + root);
    return OptionalDouble.of(start[i] + Math.min(time, length));
  }

  /**
   * The first time from {@code seconds} on at which the level is more than {@code wanted}; empty
   * when it never is again.
   */
  public OptionalDouble timeAbove(double wanted, double seconds) {
    if (level(seconds) > wanted) {
      return OptionalDouble.of(seconds);
    }
    for (int i = segment(seconds, start); i + 1 < start.length; i++) {
      if (level[i + 1] > wanted) {
        double length = start[i + 1] - start[i];
        double fraction = level[i] >= wanted ? 0 : (wanted - level[i]) / (level[i + 1] - level[i]);
        // A hair further, so that the level there is more and not just as much.
        return OptionalDouble.of(
            Math.max(seconds, Math.min(start[i + 1], start[i] + length * fraction + 1e-6)));
      }
    }
    return OptionalDouble.empty();
  }

  /** The greatest level of all. */
  public double highest() {
    double highest = 0;
    for (double one : level) {
      highest = Math.max(highest, one);
    }
    return highest;
  }

  /** The last index whose value is not more than {@code wanted}; values do not fall. */
  private static int segment(double wanted, double[] values) {
    int i = values.length - 1;
    while (i > 0 && values[i] > wanted) {
      i--;
    }
    return i;
  }
}
