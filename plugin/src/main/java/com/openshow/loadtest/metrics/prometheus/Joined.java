package com.openshow.loadtest.metrics.prometheus;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;

/** The answers to the parts of one question, joined. */
final class Joined {
  private final Map<Map<String, String>, Samples> series = new LinkedHashMap<>();
  private final Set<String> warnings = new LinkedHashSet<>();
  private final Set<String> infos = new LinkedHashSet<>();
  private final Set<Map<String, String>> histograms = new LinkedHashSet<>();
  private final Set<Map<String, String>> doubled = new LinkedHashSet<>();
  private final int mostPoints;
  private int points;

  /**
   * @param mostPoints that all answers together may have
   */
  Joined(int mostPoints) {
    this.mostPoints = mostPoints;
  }

  /** How many points may still come. */
  int left() {
    return mostPoints - points;
  }

  /**
   * Takes an answer in.
   *
   * @param inTime points at other moments are left out
   * @return how many were
   */
  int add(Answer answer, LongPredicate inTime) {
    warnings.addAll(answer.warnings());
    infos.addAll(answer.infos());
    if (answer.isPartial()) {
      warnings.add("the answer is partial (isPartial)");
    }
    int strays = 0;
    Set<Map<String, String>> seen = new HashSet<>();
    for (Answer.Track track : answer.tracks()) {
      if (!seen.add(track.labels()) || !track.samples().isAscending()) {
        doubled.add(track.labels());
      }
      if (track.hasHistograms()) {
        histograms.add(track.labels());
      }
      strays += take(track, inTime);
    }
    return strays;
  }

  private int take(Answer.Track track, LongPredicate inTime) {
    Samples given = track.samples();
    int strays = 0;
    for (int i = 0; i < given.size(); i++) {
      if (inTime.test(given.millis(i))) {
        series
            .computeIfAbsent(track.labels(), labels -> new Samples())
            .add(given.millis(i), given.value(i));
        points++;
      } else {
        strays++;
      }
    }
    return strays;
  }

  /** By labels; none without a sample. */
  Map<Map<String, String>, Samples> series() {
    return series;
  }

  /** Why it may not be the whole truth. */
  Set<String> warnings() {
    return warnings;
  }

  /** What else the server remarks. */
  Set<String> infos() {
    return infos;
  }

  /** Labels of series with native histograms. */
  List<Map<String, String>> histograms() {
    return new ArrayList<>(histograms);
  }

  /** Labels that more than one series of an answer had, or one with a moment twice. */
  List<Map<String, String>> doubled() {
    return new ArrayList<>(doubled);
  }

  /** The median time from one sample to the next; empty when no series has two. */
  Optional<Duration> medianStep() {
    long[] steps =
        series.values().stream()
            .flatMapToLong(Samples::steps)
            .filter(step -> step > 0)
            .sorted()
            .toArray();
    return steps.length == 0
        ? Optional.empty()
        : Optional.of(Duration.ofMillis(steps[steps.length / 2]));
  }
}
