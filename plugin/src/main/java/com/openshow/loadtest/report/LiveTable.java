package com.openshow.loadtest.report;

import com.openshow.loadtest.slo.Judged;
import com.openshow.loadtest.slo.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A run as it stands, in as many lines and columns as a terminal has. */
public final class LiveTable {
  private static final int SCENARIO = 1;
  private static final int REQUEST = 2;
  private static final int LEAST_WIDTH = 8;
  private static final int BAR = 30;

  /** Those above the rows: the bar, the requests, the verdict, and the header. */
  private static final int HEAD = 4;

  private final int columns;
  private final int lines;
  private final Style style;

  /**
   * A table of this size at the most.
   *
   * @param columns at least 1
   * @param lines at least 1
   */
  public LiveTable(int columns, int lines, Style style) {
    if (columns < 1 || lines < 1) {
      throw new IllegalArgumentException(
          "a table needs at least a column and a line, but had " + columns + " and " + lines);
    }
    this.columns = columns;
    this.lines = lines;
    this.style = style;
  }

  /** The lines, none longer than the columns. */
  public List<String> render(LiveView view) {
    List<Judged> shown = shown(view.judgement().all());
    List<List<String>> rows = new ArrayList<>();
    rows.add(ConsoleTable.HEADER);
    shown.forEach(judged -> rows.add(ConsoleTable.row(judged)));
    List<List<String>> fitting = fitting(rows);
    int[] widths = ConsoleTable.widths(fitting);
    List<String> table = new ArrayList<>();
    table.add(cut(bar(view.time())));
    table.add(cut(view.traffic().text()));
    table.add(
        style.paint(
            cut("so far: " + ConsoleTable.summary(view.judgement())), view.judgement().verdict()));
    table.add(cut(ConsoleTable.line(fitting.get(0), widths)));
    for (int i = 0; i < shown.size(); i++) {
      String line = cut(ConsoleTable.line(fitting.get(i + 1), widths));
      int verdict = Math.min(line.length(), fitting.get(i + 1).get(0).length());
      table.add(style.paint(line.substring(0, verdict), shown.get(i)) + line.substring(verdict));
    }
    hidden(view.judgement().all(), shown).ifPresent(line -> table.add(cut(line)));
    return List.copyOf(table.subList(0, Math.min(lines, table.size())));
  }

  /** All of them, or, where there is no room, what is worst. */
  private List<Judged> shown(List<Judged> all) {
    if (HEAD + all.size() <= lines) {
      return all;
    }
    return all.stream()
        .sorted(Comparator.comparingInt(Judged::rank))
        .limit(Math.max(0, lines - HEAD - 1))
        .toList();
  }

  private static Optional<String> hidden(List<Judged> all, List<Judged> shown) {
    int count = all.size() - shown.size();
    if (count == 0) {
      return Optional.empty();
    }
    String verdicts =
        Stream.of(Verdict.FAIL, Verdict.INCONCLUSIVE, Verdict.PASS)
            .map(verdict -> count(all, verdict) - count(shown, verdict) + " " + verdict)
            .filter(text -> !text.startsWith("0 "))
            .collect(Collectors.joining(", "));
    return Optional.of("... " + count + " more (" + verdicts + ")");
  }

  private static long count(List<Judged> all, Verdict verdict) {
    return all.stream().filter(judged -> judged.verdict() == verdict).count();
  }

  private static String bar(RunTime time) {
    return time.percent()
            .map(
                percent -> {
                  int full = BAR * percent / 100;
                  return "[" + "#".repeat(full) + "-".repeat(BAR - full) + "] " + percent + " %  ";
                })
            .orElse("")
        + time.text();
  }

  /** The rows with names so short that a line fits, as far as that goes. */
  private List<List<String>> fitting(List<List<String>> rows) {
    int[] widths = ConsoleTable.widths(rows);
    int excess = ConsoleTable.line(List.of("", "", "", "", "", "."), widths).length() - columns;
    int scenario = widths[SCENARIO];
    int request = widths[REQUEST];
    for (; excess > 0 && Math.max(scenario, request) > LEAST_WIDTH; excess--) {
      if (request >= scenario) {
        request--;
      } else {
        scenario--;
      }
    }
    List<List<String>> shorter = new ArrayList<>();
    for (List<String> row : rows) {
      List<String> cells = new ArrayList<>(row);
      cells.set(SCENARIO, Elided.to(scenario, row.get(SCENARIO)));
      cells.set(REQUEST, Elided.to(request, row.get(REQUEST)));
      shorter.add(cells);
    }
    return shorter;
  }

  private String cut(String line) {
    return line.length() <= columns ? line : line.substring(0, columns);
  }
}
