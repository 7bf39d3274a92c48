package com.openshow.loadtest.results;

import com.openshow.loadtest.report.html.ErrorSample;
import com.openshow.loadtest.slo.measure.LabelStatistics;
import com.openshow.loadtest.slo.measure.Measurement;
import com.openshow.loadtest.slo.measure.SampleKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * Recorded samples, given to the scenarios they are of.
 *
 * <p>Thread groups bear the scenarios' names. Where none does, the plan was somebody else's, and a
 * label that one scenario alone has tells whose a sample is.
 *
 * @param measurement what belongs to scenarios, under their names, and the rest under that of its
 *     thread group
 * @param errors what failed, likewise
 * @param notes what a person should know about samples that are judged by label, or not at all
 */
public record Attribution(Measurement measurement, List<ErrorSample> errors, List<String> notes) {
  private static final int MOST_NAMED = 10;

  /** What decoders put in place of bytes that are no character. */
  private static final char UNREADABLE = '\uFFFD';

  public Attribution {
    errors = List.copyOf(errors);
    notes = List.copyOf(notes);
  }

  /**
   * Gives samples to scenarios.
   *
   * @param recorded by thread group
   * @param failed what failed, by thread group
   * @param preparing how many samples were left out, by thread group
   * @param labels the labels of each scenario, by its name
   */
  public static Attribution of(
      Measurement recorded,
      List<ErrorSample> failed,
      Map<String, Long> preparing,
      Map<String, Set<String>> labels) {
    boolean ours =
        recorded.statistics().keySet().stream().anyMatch(key -> labels.containsKey(key.scenario()));
    Map<String, Long> byLabel = new TreeMap<>();
    Map<String, Long> unknown = new TreeMap<>();
    recorded
        .statistics()
        .forEach(
            (key, statistics) -> {
              String group = key.scenario();
              if (!own(key, ours, labels).equals(key)) {
                byLabel.merge(group, statistics.samples(), Long::sum);
              } else if (!labels.getOrDefault(group, Set.of()).contains(key.label())) {
                unknown.merge(
                    key.label() + " of " + quoted(group), statistics.samples(), Long::sum);
              }
            });
    List<String> notes = new ArrayList<>();
    preparing.forEach(
        (group, samples) ->
            notes.add(count(samples) + " of " + quoted(group) + " prepare or tidy up: not judged"));
    byLabel.forEach(
        (group, samples) ->
            notes.add(
                count(samples) + " of " + quoted(group) + ", no scenario, are judged by label"));
    if (!unknown.isEmpty()) {
      notes.add(unknown(unknown));
    }
    UnaryOperator<SampleKey> own = key -> own(key, ours, labels);
    return new Attribution(given(recorded, own), given(failed, own), notes);
  }

  /** Under which key a sample is judged. */
  private static SampleKey own(SampleKey key, boolean ours, Map<String, Set<String>> labels) {
    List<String> owners = ours ? List.of() : owners(key.label(), labels);
    return owners.size() == 1 ? new SampleKey(owners.get(0), key.label(), key.transaction()) : key;
  }

  private static Measurement given(Measurement recorded, UnaryOperator<SampleKey> own) {
    Map<SampleKey, LabelStatistics> result = new LinkedHashMap<>();
    recorded
        .statistics()
        .forEach(
            (key, statistics) -> result.merge(own.apply(key), statistics, LabelStatistics::merge));
    return new Measurement(
        recorded.startedAt(),
        recorded.endedAt(),
        result,
        recorded.parts().stream().map(part -> given(part, own)).toList(),
        recorded.details().stream().map(part -> given(part, own)).toList(),
        recorded.began(),
        recorded.faults());
  }

  private static List<ErrorSample> given(List<ErrorSample> failed, UnaryOperator<SampleKey> own) {
    Map<List<String>, ErrorSample> result = new LinkedHashMap<>();
    for (ErrorSample error : failed) {
      ErrorSample mine =
          error.of(own.apply(new SampleKey(error.scenario(), error.label())).scenario());
      result.merge(
          List.of(mine.scenario(), mine.label(), mine.responseCode()), mine, ErrorSample::plus);
    }
    return List.copyOf(result.values());
  }

  private static List<String> owners(String label, Map<String, Set<String>> labels) {
    return labels.entrySet().stream()
        .filter(entry -> entry.getValue().contains(label))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static String unknown(Map<String, Long> unknown) {
    long samples = unknown.values().stream().mapToLong(Long::longValue).sum();
    Set<String> named = new TreeSet<>();
    unknown.keySet().stream().limit(MOST_NAMED).forEach(named::add);
    return count(samples)
        + " of "
        + unknown.size()
        + (unknown.size() == 1 ? " label" : " labels")
        + " belong to no request of the scenarios: "
        + String.join("; ", named)
        + (unknown.size() > MOST_NAMED ? "; ..." : "")
        + (unknown.keySet().stream().anyMatch(label -> label.indexOf(UNREADABLE) >= 0)
            ? "; the file is not UTF-8 (" + UNREADABLE + "): convert it, as with iconv -t UTF-8"
            : "");
  }

  private static String quoted(String group) {
    return group.isEmpty() ? "threads without a name" : "thread group \"" + group + "\"";
  }

  private static String count(long samples) {
    return samples == 1 ? "1 sample" : samples + " samples";
  }
}
