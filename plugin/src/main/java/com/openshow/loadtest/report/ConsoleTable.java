package com.openshow.loadtest.report;

import com.openshow.loadtest.slo.Judged;
import com.openshow.loadtest.slo.Judgement;
import com.openshow.loadtest.slo.LatencyIndicator;
import com.openshow.loadtest.slo.Outcome;
import com.openshow.loadtest.slo.Pacing;
import com.openshow.loadtest.slo.Quantity;
import com.openshow.loadtest.slo.Verdict;
import com.openshow.loadtest.slo.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The verdict as a table of plain text, a row an objective. */
public final class ConsoleTable {
  static final List<String> HEADER =
      List.of("verdict", "scenario", "request", "objective", "observed", "samples");

  private ConsoleTable() {}

  /** The table, the reasons of all that did not pass, and the verdict in the last line. */
  public static String render(Judgement judgement) {
    return render(judgement, Style.PLAIN);
  }

  /** The same, painted. */
  public static String render(Judgement judgement, Style style) {
    List<Judged> all = judgement.all();
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEADER);
    all.forEach(judged -> rows.add(row(judged)));
    StringBuilder text = new StringBuilder();
    int[] widths = widths(rows);
    text.append(line(HEADER, widths)).append('\n');
    text.append("-".repeat(line(HEADER, widths).length())).append('\n');
    for (int i = 0; i < all.size(); i++) {
      String line = line(rows.get(i + 1), widths);
      int end = rows.get(i + 1).get(0).length();
      text.append(style.paint(line.substring(0, end), all.get(i)));
      text.append(line.substring(end)).append('\n');
    }
    for (Judged judged : all) {
      if (judged.verdict() != Verdict.PASS || judged.certainty().borderline()) {
        text.append(style.paint(word(judged), judged)).append(": ");
        text.append(printable(judged.name())).append(": ");
        text.append(printable(judged.reason())).append('\n');
      }
    }
    judgement.outcomes().stream()
        .flatMap(outcome -> failedRequests(outcome).stream())
        .forEach(line -> text.append(printable(line)).append('\n'));
    notes(judgement).forEach(note -> text.append(note).append('\n'));
    judgement.shifts().ifPresent(shifts -> text.append(ShiftTable.render(shifts)));
    return text.append("Verdict: ")
        .append(style.paint(summary(judgement), judgement.verdict()))
        .append('\n')
        .toString();
  }

  /** What is to be said of the run beside its objectives, a line each. */
  public static List<String> notes(Judgement judgement) {
    List<String> notes = new ArrayList<>();
    judgement.pacing().forEach(pacing -> notes.add(line(pacing)));
    judgement.capacities().forEach(one -> notes.add(printable(CapacityText.of(one))));
    notes.addAll(FaultText.lines(judgement.faults()));
    judgement.interruption().ifPresent(why -> notes.add("INCONCLUSIVE: " + printable(why)));
    judgement.aborted().ifPresent(why -> notes.add("ABORTED: " + printable(why)));
    return notes;
  }

  /** What a latency is with and without the requests that failed, where that differs. */
  static Optional<String> failedRequests(Outcome outcome) {
    if (outcome.otherwise().isEmpty()
        || outcome.observed().isEmpty()
        || outcome.otherwise().getAsDouble() == outcome.observed().getAsDouble()
        || !(outcome.objective().indicator() instanceof LatencyIndicator latency)
        || !(outcome.objective().window() instanceof Window.WholeRun)) {
      return Optional.empty();
    }
    String other = Quantity.format(outcome.otherwise().getAsDouble(), latency.unit());
    return Optional.of(
        outcome.objective().name()
            + ": "
            + outcome.observedText().orElse("-")
            + (latency.which().failedCounted()
                ? " with the failed requests, " + other + " without them"
                : " without the failed requests, " + other + " with them"));
  }

  /** How well a schedule was kept. */
  static String line(Pacing pacing) {
    return String.format(
        Locale.ROOT,
        "Schedule of %s: %d of %.0f requests due were made; the latest began %d ms late",
        printable(pacing.scenario()),
        pacing.achieved(),
        pacing.planned(),
        pacing.worstLagMillis());
  }

  /** The verdict, and how many objectives have which. */
  public static String summary(Judgement judgement) {
    if (judgement.all().isEmpty()) {
      return judgement.verdict() + " (no objective to judge)";
    }
    return String.format(
        Locale.ROOT,
        "%s (%d passed, %d failed, %d inconclusive%s%s)",
        judgement.verdict(),
        judgement.count(Verdict.PASS),
        judgement.count(Verdict.FAIL) - judgement.warnings(),
        judgement.count(Verdict.INCONCLUSIVE),
        judgement.warnings() == 0 ? "" : ", warnings: " + judgement.warnings(),
        judgement.borderline() == 0 ? "" : "; borderline: " + judgement.borderline());
  }

  /** The cells under {@link #HEADER}. */
  static List<String> row(Judged judged) {
    return List.of(
        word(judged),
        printable(judged.scenario()),
        printable(judged.subject()),
        printable(judged.promise()),
        printable(judged.observedText().orElse("-")),
        Long.toString(judged.samples()));
  }

  /** The verdict on one objective, and what else must not be overlooked. */
  public static String word(Judged judged) {
    return judged.certainty().borderline() && judged.verdict() != Verdict.INCONCLUSIVE
        ? judged.word() + " (borderline)"
        : judged.word();
  }

  /** A table of which the last columns are numbers; its first row is the header. */
  static String table(List<List<String>> rows, int numbers) {
    int[] widths = widths(rows);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < rows.size(); i++) {
      text.append(line(rows.get(i), widths, numbers)).append('\n');
      if (i == 0) {
        text.append("-".repeat(line(rows.get(0), widths, numbers).length())).append('\n');
      }
    }
    return text.toString();
  }

  static int[] widths(List<List<String>> rows) {
    int[] widths = new int[rows.get(0).size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    return widths;
  }

  /** The cells side by side; the last two columns hold numbers. */
  static String line(List<String> cells, int[] widths) {
    return line(cells, widths, 2);
  }

  private static String line(List<String> cells, int[] widths, int numbers) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      boolean number = i >= widths.length - numbers;
      String padding = " ".repeat(widths[i] - cells.get(i).length());
      line.append(number ? padding + cells.get(i) : cells.get(i) + padding).append("  ");
    }
    return line.toString().stripTrailing();
  }

  /** A label must not move the cursor, colour the terminal, or turn the direction of writing. */
  public static String printable(String text) {
    return text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]", "?");
  }
}
