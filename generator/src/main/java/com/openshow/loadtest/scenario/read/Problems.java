package com.openshow.loadtest.scenario.read;

import com.openshow.loadtest.scenario.read.Located.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers what is wrong with one file; its attached files are a part of it. */
final class Problems {
  private final String file;
  private final Attachments attachments;
  private final List<Problem> found;

  Problems(String file, Attachments attachments) {
    this(file, attachments, new ArrayList<>());
  }

  private Problems(String file, Attachments attachments, List<Problem> found) {
    this.file = file;
    this.attachments = attachments;
    this.found = found;
  }

  /**
   * What is wrong with an attached file: gathered with the rest.
   *
   * @param name its name relative to the folder of this one
   */
  Problems of(String name) {
    int folder = Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1;
    return new Problems(file.substring(0, folder) + name, attachments, found);
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
        .sorted(
            Comparator.comparing((Problem problem) -> !problem.file().equals(file))
                .thenComparing(Problem::file)
                .thenComparingInt(Problem::line)
                .thenComparingInt(Problem::column))
        .toList();
  }
}
