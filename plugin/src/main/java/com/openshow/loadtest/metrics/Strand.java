package com.openshow.loadtest.metrics;

import com.openshow.loadtest.slo.Bar;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * What is judged as one: a series, or a group of them.
 *
 * @param name for a person; empty where it has no labels
 * @param members its series by their names, at least one
 */
record Strand(String name, Map<String, Curve> members) {
  private static final int STALE_STEPS = 3;

  /** The strands of a reading, without series that have no point in the range. */
  static List<Strand> of(Grouping grouping, Reading.Values values, TimeRange range) {
    Map<String, Map<String, Curve>> groups = new LinkedHashMap<>();
    for (Series series : values.series()) {
      Curve curve = Curve.of(series, range, values.step());
      if (!curve.points().isEmpty() || curve.notNumbers() > 0) {
        String group = grouping instanceof Grouping.By by ? name(by, series) : series.text();
        groups.computeIfAbsent(group, name -> new LinkedHashMap<>()).put(series.text(), curve);
      }
    }
    return groups.entrySet().stream()
        .map(
            group ->
                new Strand(group.getKey().equals("{}") ? "" : group.getKey(), group.getValue()))
        .toList();
  }

  private static String name(Grouping.By by, Series series) {
    Map<String, String> labels = new TreeMap<>();
    by.labels().forEach(label -> labels.put(label, series.labels().getOrDefault(label, "")));
    return new Series(labels, List.of()).text();
  }

  /** The average of its members at each moment, of those that have a point there. */
  Curve average() {
    Curve first = members.values().iterator().next();
    if (members.size() == 1) {
      return first;
    }
    Map<Long, List<Double>> moments = new TreeMap<>();
    for (Curve curve : members.values()) {
      curve
          .points()
          .forEach(
              point ->
                  moments
                      .computeIfAbsent(point.millis(), at -> new ArrayList<>())
                      .add(point.value()));
    }
    List<Point> points =
        moments.entrySet().stream()
            .map(moment -> new Point(moment.getKey(), average(moment.getValue())))
            .toList();
    return new Curve(points, 0, first.range(), first.step());
  }

  private static double average(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }

  /** The figure of the average; of counters, the average of their rates. */
  Reduced reduced(Reducer reducer, Bar target) {
    if (!(reducer instanceof Reducer.Rate)) {
      return reducer.of(average(), target);
    }
    // An average of counters would fall, and so seem to restart, when one of them ends.
    List<Reduced> each =
        members.values().stream()
            .filter(curve -> !curve.points().isEmpty())
            .map(curve -> reducer.of(curve, target))
            .toList();
    OptionalDouble atBest =
        each.stream().allMatch(one -> one.atBest().isPresent())
            ? each.stream().mapToDouble(one -> one.atBest().getAsDouble()).average()
            : OptionalDouble.empty();
    return new Reduced(
        each.stream().mapToDouble(Reduced::observed).average().orElseThrow(),
        atBest,
        OptionalDouble.empty());
  }

  /** What is held against the target from moment to moment. */
  Curve points(Reducer reducer) {
    Map<String, Curve> points = new LinkedHashMap<>();
    members.forEach((member, curve) -> points.put(member, reducer.points(curve)));
    return new Strand(name, points).average();
  }

  /** How many points it rests on. */
  long points() {
    return members.values().stream().mapToLong(curve -> curve.points().size()).sum();
  }

  /** Why it may not be all that there was; empty when it is. */
  List<String> lacks(ValueClaim claim) {
    return members.entrySet().stream()
        .flatMap(
            member ->
                lacks(member.getValue(), claim).stream()
                    .map(lack -> members.size() == 1 ? lack : lack + " of " + member.getKey()))
        .limit(2)
        .toList();
  }

  private static List<String> lacks(Curve curve, ValueClaim claim) {
    List<String> lacks = new ArrayList<>();
    long numbers = curve.points().size();
    if (curve.notNumbers() > 0) {
      lacks.add(
          curve.notNumbers()
              + " of "
              + (numbers + curve.notNumbers())
              + " points are NaN or infinite (where that is to be expected, leave them out of the"
              + " query)");
    }
    if (curve.coverage() < claim.coverage()) {
      lacks.add(
          String.format(
              Locale.ROOT,
              "only %d of %d points are there, %.0f %% of them are asked for",
              numbers,
              curve.expected(),
              100 * claim.coverage()));
    } else if (numbers < claim.reducer().fewest()) {
      lacks.add(
          "only "
              + numbers
              + (numbers == 1 ? " point is there, " : " points are there, ")
              + claim.reducer().text()
              + " needs at least "
              + claim.reducer().fewest());
    }
    if (numbers > 0) {
      Duration silence =
          Duration.between(Instant.ofEpochMilli(curve.last().millis()), curve.range().to());
      if (silence.compareTo(curve.step().multipliedBy(STALE_STEPS)) > 0) {
        lacks.add(
            String.format(
                Locale.ROOT,
                "the last point is from %s, %.1f s before the end: its target was gone",
                Instant.ofEpochMilli(curve.last().millis()),
                silence.toMillis() / 1000.0));
      }
    }
    return lacks;
  }

  /** Its name as a part of a sentence. */
  String of() {
    return name.isEmpty() ? "" : " of " + name;
  }
}
