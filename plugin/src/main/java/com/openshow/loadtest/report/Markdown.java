package com.openshow.loadtest.report;

import com.openshow.loadtest.slo.Judged;
import com.openshow.loadtest.slo.Judgement;
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
    if (!judgement.all().isEmpty()) {
      text.append(
          """
          | verdict | scenario | request | objective | observed | samples | why |
          |---|---|---|---|--:|--:|---|
          """);
      judgement.all().forEach(judged -> text.append(row(judged)));
      text.append('\n');
    }
    judgement.shifts().ifPresent(shifts -> text.append(table(shifts)));
    judgement
        .pacing()
        .forEach(
            pacing -> text.append("- ").append(escape(ConsoleTable.line(pacing))).append('\n'));
    FaultText.lines(judgement.faults())
        .forEach(line -> text.append("- ").append(escape(line)).append('\n'));
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

  private static String row(Judged judged) {
    return "| "
        + String.join(
            " | ",
            mark(judged) + " " + ConsoleTable.word(judged),
            escape(judged.scenario()),
            escape(judged.subject()),
            escape(judged.promise()),
            escape(judged.observedText().orElse("-")),
            Long.toString(judged.samples()),
            judged.verdict() == Verdict.PASS && !judged.certainty().borderline()
                ? ""
                : escape(judged.reason()))
        + " |\n";
  }

  private static String mark(Judged judged) {
    return judged.verdict() == Verdict.FAIL && !judged.failsTheRun()
        ? "⚠️"
        : mark(judged.verdict());
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
