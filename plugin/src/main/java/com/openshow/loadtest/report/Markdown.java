package com.openshow.loadtest.report;

import com.openshow.loadtest.slo.Judgement;
import com.openshow.loadtest.slo.Objective;
import com.openshow.loadtest.slo.Outcome;
import com.openshow.loadtest.slo.Shifts;
import com.openshow.loadtest.slo.Verdict;
import java.util.stream.Collectors;

/** The verdict in GitHub's Markdown, for the summary page of a continuous integration server. */
final class Markdown {
  static final String FILE_NAME = "verdict.md";

  private Markdown() {}

  static String render(Judgement judgement, String name) {
    StringBuilder text = new StringBuilder();
    text.append("## ")
        .append(mark(judgement.verdict()))
        .append(' ')
        .append(escape(name))
        .append(": ")
        .append(ConsoleTable.summary(judgement))
        .append("\n\n");
    judgement.interruption().ifPresent(why -> text.append(escape(why)).append("\n\n"));
    judgement
        .aborted()
        .ifPresent(why -> text.append("Aborted: ").append(escape(why)).append("\n\n"));
    if (!judgement.outcomes().isEmpty()) {
      text.append(
          """
          | verdict | scenario | request | objective | observed | samples | why |
          |---|---|---|---|--:|--:|---|
          """);
      judgement.outcomes().forEach(outcome -> text.append(row(outcome)));
      text.append('\n');
    }
    judgement.shifts().ifPresent(shifts -> text.append(table(shifts)));
    judgement
        .pacing()
        .forEach(
            pacing -> text.append("- ").append(escape(ConsoleTable.line(pacing))).append('\n'));
    return text.toString();
  }

  private static String table(Shifts shifts) {
    StringBuilder text =
        new StringBuilder(
            """
            | scenario | request | latency | baseline | now | shift | true shift |
            |---|---|---|--:|--:|--:|--:|
            """);
    for (Shifts.Row row : shifts.rows()) {
      text.append("| ")
          .append(
              ShiftTable.cells(row).stream()
                  .map(Markdown::escape)
                  .collect(Collectors.joining(" | ")))
          .append(" |\n");
    }
    return text.append('\n').toString();
  }

  private static String row(Outcome outcome) {
    Objective objective = outcome.objective();
    return "| "
        + String.join(
            " | ",
            mark(outcome) + " " + ConsoleTable.word(outcome),
            escape(objective.scope().scenario()),
            escape(ConsoleTable.requests(objective)),
            escape(objective.promise()),
            ConsoleTable.observed(outcome, "-"),
            Long.toString(outcome.samples()),
            outcome.verdict() == Verdict.PASS && !outcome.certainty().borderline()
                ? ""
                : escape(outcome.reason()))
        + " |\n";
  }

  private static String mark(Outcome outcome) {
    return outcome.verdict() == Verdict.FAIL && !outcome.failsTheRun()
        ? "⚠️"
        : mark(outcome.verdict());
  }

  private static String mark(Verdict verdict) {
    return switch (verdict) {
      case PASS -> "✅";
      case FAIL -> "❌";
      case INCONCLUSIVE -> "❔";
    };
  }

  /** A label is text: it makes no cell, no line, no link and no HTML. */
  private static String escape(String text) {
    return text.replaceAll("\\p{Cntrl}", " ").replaceAll("[\\\\`*_{}\\[\\]<>()#+!|~&@]", "\\\\$0");
  }
}
