package com.openshow.loadtest.scenario.read;

import com.openshow.loadtest.scenario.read.Located.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers what is wrong with one file; its attached files are a part of it. */
final class Problems {
  private final String file;
  private final Attachments attachments;
  private final List<Problem> found = new ArrayList<>();

  Problems(String file, Attachments attachments) {
    this.file = file;
    this.attachments = attachments;
  }

  /** The files that the file names. */
  Attachments attachments() {
    return attachments;
  }

  void error(Place place, String message) {
    add(Problem.Severity.ERROR, place, message);
  }

  void warning(Place place, String message) {
    add(Problem.Severity.WARNING, place, message);
  }

  private void add(Problem.Severity severity, Place place, String message) {
    found.add(new Problem(severity, file, place.line(), place.column(), place.pointer(), message));
  }

  /** An error behind which nothing more can be found. */
  InvalidScenarioException fatal(Place place, String message) {
    error(place, message);
    return new InvalidScenarioException(sorted());
  }

  void throwIfErrors() throws InvalidScenarioException {
    if (found.stream().anyMatch(problem -> problem.severity() == Problem.Severity.ERROR)) {
      throw new InvalidScenarioException(sorted());
    }
  }

  List<Problem> sorted() {
    return found.stream()
        .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
        .toList();
  }
}
