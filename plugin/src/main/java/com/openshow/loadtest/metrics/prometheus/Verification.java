package com.openshow.loadtest.metrics.prometheus;

import com.openshow.loadtest.metrics.Series;
import com.openshow.loadtest.metrics.http.FetchException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Makes series of what was answered, and says why they may not be the whole truth. */
final class Verification {
  private final Asked asked;
  private final Findings findings;

  Verification(Asked asked) {
    this.asked = asked;
    this.findings = asked.findings();
  }

  /**
   * The series by this machine's clock, in the order of their labels.
   *
   * @param patience so much, in milliseconds, a series may begin after the time asked for begins,
   *     or end before it does, and nobody is told
   * @throws FetchException when none has a number
   */
  List<Series> series(Joined joined, long patience) throws FetchException {
    joined.warnings().forEach(warning -> findings.doubt("the server warns: " + warning));
    joined.infos().forEach(info -> findings.note("the server remarks: " + info));
    if (!joined.histograms().isEmpty()) {
      if (joined.series().isEmpty()) {
        throw Complaints.onlyHistograms();
      }
      findings.doubt(
          named(joined.histograms())
              + " has native histograms, which have no single value: use histogram_quantile(0.95,"
              + " ...), histogram_avg(...) or histogram_count(...)");
    }
    if (!joined.doubled().isEmpty()) {
      findings.doubt(
          named(joined.doubled())
              + " was answered more than once, or with times out of order; of several values of a"
              + " moment the first is taken");
    }
    noteEnds(joined, patience);
    List<Series> series = new ArrayList<>();
    joined
        .series()
        .forEach(
            (labels, samples) ->
                series.add(new Series(labels, samples.points(asked.correction()))));
    series.sort(Comparator.comparing(Series::text));
    return series;
  }

  private void noteEnds(Joined joined, long patience) {
    Grid grid = asked.grid();
    List<Map<String, String>> late = new ArrayList<>();
    List<Map<String, String>> early = new ArrayList<>();
    long latestStart = grid.from();
    long earliestEnd = grid.last();
    for (Map.Entry<Map<String, String>, Samples> series : joined.series().entrySet()) {
      long start = series.getValue().earliest();
      long end = series.getValue().latest();
      if (start > grid.from() + patience) {
        late.add(series.getKey());
        latestStart = Math.max(latestStart, start);
      }
      if (end < grid.last() - patience) {
        early.add(series.getKey());
        earliestEnd = Math.min(earliestEnd, end);
      }
    }
    if (!late.isEmpty()) {
      findings.note(named(late) + " has no value until " + asked.text(latestStart) + worst(late));
    }
    if (!early.isEmpty()) {
      findings.note(named(early) + " has no value after " + asked.text(earliestEnd) + worst(early));
    }
  }

  private static String worst(List<Map<String, String>> series) {
    return series.size() == 1 ? "" : ", at the worst";
  }

  private static String named(List<Map<String, String>> series) {
    String first = new Series(series.get(0), List.of()).text();
    return series.size() == 1 ? first : first + " and " + (series.size() - 1) + " more";
  }
}
