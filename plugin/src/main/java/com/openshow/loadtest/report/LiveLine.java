package com.openshow.loadtest.report;

import com.openshow.loadtest.slo.Judged;
import com.openshow.loadtest.slo.Judgement;
import com.openshow.loadtest.slo.Verdict;
import java.util.List;
import java.util.stream.Collectors;

/** A run as it stands, in one line: for a log, where nothing can be drawn over. */
public final class LiveLine {
  private static final int NAMED = 5;

  private LiveLine() {}

  /** The line, without its end. */
  public static String render(LiveView view) {
    return "verdict so far: "
        + view.time().text()
        + ": "
        + view.traffic().text()
        + "; "
        + verdict(view.judgement());
  }

  private static String verdict(Judgement judgement) {
    if (judgement.verdict() == Verdict.PASS) {
      return ConsoleTable.summary(judgement);
    }
    return ConsoleTable.summary(judgement)
        + names(judgement, Verdict.FAIL)
        + names(judgement, Verdict.INCONCLUSIVE);
  }

  private static String names(Judgement judgement, Verdict verdict) {
    List<Judged> those =
        judgement.all().stream().filter(judged -> judged.verdict() == verdict).toList();
    if (those.isEmpty()) {
      return "";
    }
    return those.stream()
        .limit(NAMED)
        .map(judged -> ConsoleTable.printable(judged.name()))
        .collect(
            Collectors.joining(
                ", ",
                "; " + verdict + ": ",
                those.size() > NAMED ? " and " + (those.size() - NAMED) + " more" : ""));
  }
}
