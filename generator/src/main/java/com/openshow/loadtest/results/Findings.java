package com.openshow.loadtest.results;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is to be said about one file. */
final class Findings {
  private static final int MOST = 10;

  private final Path file;
  private final List<String> notes = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private long more;
  private @Nullable String last;
  private long lastLine;

  Findings(Path file) {
    this.file = file;
  }

  void note(String note) {
    notes.add(about(note));
  }

  /** The same, with the name of the file. */
  String about(String text) {
    return file + ": " + text;
  }

  /** A problem of the whole file. */
  void problem(String problem) {
    problems.add(about(problem));
  }

  /** A column that objectives look at is not there. */
  void absent(String name, Column column) {
    note(
        name
            + " is absent: objectives that look at it cannot be judged; record with "
            + column.setting());
  }

  /** A row that cannot be used; forgiven if it turns out to be the last, which was cut off. */
  void row(long line, String problem) {
    next();
    lastLine = line;
    last = problem;
  }

  /** Another row follows, so that the one before was not cut off. */
  void next() {
    if (last != null) {
      problem(lastLine, last);
      last = null;
    }
  }

  void problem(long line, String problem) {
    if (problems.size() < MOST) {
      problems.add(file + ":" + line + ": " + problem);
    } else {
      more++;
    }
  }

  /** The end of the file: all notes. */
  List<String> end() throws JtlException {
    if (last != null) {
      notes.add(
          file + ":" + lastLine + ": the last line was cut off and is not counted (" + last + ")");
    }
    if (more > 0) {
      problems.add(file + ": and " + more + " more rows that cannot be read");
    }
    if (!problems.isEmpty()) {
      throw new JtlException(problems);
    }
    return List.copyOf(notes);
  }
}
