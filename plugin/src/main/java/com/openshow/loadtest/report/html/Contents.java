package com.openshow.loadtest.report.html;

import com.openshow.loadtest.slo.Judged;
import com.openshow.loadtest.slo.Scope;
import com.openshow.loadtest.slo.Verdict;
import com.openshow.loadtest.slo.measure.LabelStatistics;
import com.openshow.loadtest.slo.measure.Measurement;
import com.openshow.loadtest.slo.measure.SampleKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What of a run is shown, in which order, so that the file stays small however long the run was.
 *
 * @param objectives those that did not pass first
 * @param endpoints by scenario, both in the order of their names
 * @param hiddenEndpoints how many have no charts
 * @param timeline the parts of the time
 * @param errors the most frequent first
 * @param hiddenErrors how many kinds of errors are left out
 */
record Contents(
    List<Judged> objectives,
    Map<String, List<SampleKey>> endpoints,
    int hiddenEndpoints,
    List<Measurement> timeline,
    List<ErrorSample> errors,
    int hiddenErrors) {
  static final int MOST_ENDPOINTS = 200;
  static final int MOST_ERRORS = 100;

  /** An hour of 5 s windows with 30 endpoints. */
  static final int MOST_POINTS = 30 * 720;

  static final int MOST_PARTS = 720;

  static Contents of(RunData run) {
    List<SampleKey> endpoints = endpoints(run);
    List<SampleKey> shown = endpoints.subList(0, Math.min(MOST_ENDPOINTS, endpoints.size()));
    Map<String, List<SampleKey>> byScenario =
        shown.stream()
            .sorted(Comparator.comparing(SampleKey::label))
            .collect(Collectors.groupingBy(SampleKey::scenario, TreeMap::new, Collectors.toList()));
    run.plannedRates().forEach(rate -> byScenario.putIfAbsent(rate.scenario(), List.of()));
    List<ErrorSample> errors =
        run.errors().stream()
            .sorted(
                Comparator.comparingLong(ErrorSample::count)
                    .reversed()
                    .thenComparing(ErrorSample::scenario)
                    .thenComparing(ErrorSample::label)
                    .thenComparing(ErrorSample::responseCode))
            .toList();
    return new Contents(
        objectives(run),
        byScenario,
        endpoints.size() - shown.size(),
        Timeline.of(
            run.judgement().startedAt(),
            run.judgement().endedAt(),
            run.whole().parts(),
            Math.min(MOST_PARTS, MOST_POINTS / Math.max(1, shown.size()))),
        errors.stream().limit(MOST_ERRORS).toList(),
        Math.max(0, errors.size() - MOST_ERRORS));
  }

  private static List<Judged> objectives(RunData run) {
    List<Judged> objectives = new ArrayList<>(run.judgement().all());
    objectives.sort(
        Comparator.comparingInt(Judged::rank)
            .thenComparing(judged -> !judged.certainty().borderline()));
    return objectives;
  }

  /** Those with an objective that did not pass first, then the most called. */
  private static List<SampleKey> endpoints(RunData run) {
    List<Scope> open =
        run.judgement().outcomes().stream()
            .filter(outcome -> outcome.verdict() != Verdict.PASS)
            .map(outcome -> outcome.objective().scope())
            .filter(scope -> !scope.requests().labels().isEmpty())
            .toList();
    return run.whole().statistics().entrySet().stream()
        .sorted(
            Comparator.comparing(
                    (Map.Entry<SampleKey, LabelStatistics> entry) ->
                        open.stream().noneMatch(scope -> scope.covers(entry.getKey())))
                .thenComparing(entry -> -entry.getValue().samples())
                .thenComparing(entry -> entry.getKey().scenario())
                .thenComparing(entry -> entry.getKey().label()))
        .map(Map.Entry::getKey)
        .toList();
  }
}
