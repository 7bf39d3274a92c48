package com.openshow.loadtest.hlog;

import com.openshow.loadtest.slo.measure.Increment;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a histogram log portion by portion: memory does not grow with the file. A last line that
 * was cut off is forgiven; the same damage anywhere else is not.
 */
public final class LogReader {
  /** Why a log may have no end. */
  static final String NO_END =
      "the histogram log has no end: the run was killed, still goes on, or could not write it";

  private final Consumer<Increment> sink;
  private final List<String> rising = new ArrayList<>();
  private Duration warmUp = Duration.ZERO;
  private PortionReader portion = new PortionReader();
  private long portionLine;
  private @Nullable String end;

  private LogReader(Consumer<Increment> sink) {
    this.sink = sink;
  }

  /** Whether a file that begins like this is a histogram log, ours or not. */
  public static boolean isLog(String head) {
    return head.startsWith("#[");
  }

  /**
   * Reads a log to its end. When it throws, some increments may have been handed on.
   *
   * @param sink takes what was counted
   * @throws DamagedLogException when it is no log of ours, or damaged
   */
  public static LogEnd read(BufferedReader lines, Consumer<Increment> sink)
      throws IOException, DamagedLogException {
    return new LogReader(sink).read(lines);
  }

  private LogEnd read(BufferedReader lines) throws IOException, DamagedLogException {
    long number = 1;
    String line = lines.readLine();
    if (!("#[" + Marks.FORMAT + "]").equals(line)) {
      throw new DamagedLogException(
          number,
          "the histogram log is not one of the SLO Assertion Listener: it must begin with #["
              + Marks.FORMAT
              + "]");
    }
    DamagedLogException problem = null;
    for (line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (problem != null) {
        throw problem;
      }
      try {
        take(line, number);
      } catch (IllegalArgumentException | ArithmeticException | IndexOutOfBoundsException e) {
        // Forgiven if it is the last.
        problem = new DamagedLogException(number, "damaged: " + e.getMessage());
      }
    }
    return new LogEnd(
        warmUp,
        rising,
        end == null
            ? Optional.of(NO_END)
            : Optional.of(end).filter(text -> !text.equals(Marks.COMPLETE)).map(Marks::decode),
        portion.isEmpty() && problem == null
            ? Optional.empty()
            : Optional.of(portion.isEmpty() ? number : portionLine));
  }

  private void take(String line, long number) {
    if (end != null) {
      throw new IllegalArgumentException("nothing may follow the end of the run");
    }
    if (portion.isEmpty()) {
      portionLine = number;
    }
    if (!line.startsWith("#")) {
      if (!line.startsWith("\"")) {
        portion.histogram(line);
      }
      return;
    }
    String[] words = words(line);
    switch (words[0]) {
      case Marks.WARM_UP -> warmUp = Duration.between(Instant.EPOCH, Marks.instant(words[1]));
      case Marks.RISING -> rising.add(Marks.decode(words[1]));
      case Marks.WRITTEN -> {
        Increment whole = portion.written(words);
        portion = new PortionReader();
        sink.accept(whole);
      }
      case Marks.END -> end = Objects.requireNonNull(words[1]);
      default -> portion.comment(words);
    }
  }

  /** The words of a comment of the form {@code #[Name: word word]}, its name first. */
  private static String[] words(String line) {
    if (!line.startsWith("#[") || !line.endsWith("]")) {
      throw new IllegalArgumentException("a comment must have the form #[...]");
    }
    String[] words = line.substring(2, line.length() - 1).split(" ");
    words[0] = words[0].endsWith(":") ? words[0].substring(0, words[0].length() - 1) : "";
    return words;
  }
}
