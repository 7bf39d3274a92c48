package com.openshow.loadtest.scenario.read;

import com.openshow.loadtest.scenario.OpenSloWords;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an indicator of OpenSLO looks at.
 *
 * @param ratio whether it is the share of the requests that succeed
 * @param indicator what it looks at else
 * @param scope the keys of an entry that say which requests, and which of their times
 */
record SloMetric(boolean ratio, Located indicator, Map<String, Located> scope) {
  private static final List<String> KEYS =
      List.of("scenario", "request", "tag", "latency", "failed_counted");

  /**
   * Reads the specification of an indicator.
   *
   * @return empty when something is wrong, which is said
   */
  static Optional<SloMetric> read(Located.Members spec, Problems problems) {
    Keys keys = new Keys(spec, problems);
    keys.optional("description", OpenSloReader.ANY);
    Optional<Located.Members> threshold = keys.optional("thresholdMetric", OpenSloReader.OBJECT);
    Optional<Located.Members> ratio = keys.optional("ratioMetric", OpenSloReader.OBJECT);
    keys.rejectOthers();
    if (threshold.isPresent() == ratio.isPresent()) {
      problems.error(spec.place(), "must have either thresholdMetric or ratioMetric");
      return Optional.empty();
    }
    return threshold.isPresent()
        ? threshold.flatMap(metric -> source(metric, false, problems))
        : ratio.flatMap(metric -> ratio(metric, problems));
  }

  private static Optional<SloMetric> ratio(Located.Members metric, Problems problems) {
    Keys keys = new Keys(metric, problems);
    keys.optional("counter", Rules.BOOLEAN);
    Optional<SloMetric> good =
        keys.required("good", OpenSloReader.OBJECT).flatMap(one -> source(one, true, problems));
    Optional<SloMetric> total =
        keys.required("total", OpenSloReader.OBJECT).flatMap(one -> source(one, true, problems));
    keys.rejectOthers();
    if (good.isEmpty() || total.isEmpty()) {
      return Optional.empty();
    }
    boolean isShare =
        good.get().is(OpenSloWords.SUCCESSFUL) && total.get().is(OpenSloWords.REQUESTS);
    if (!isShare || !good.get().texts().equals(total.get().texts())) {
      problems.error(
          metric.place(),
          "must be the share of "
              + OpenSloWords.SUCCESSFUL
              + " (good) in the "
              + OpenSloWords.REQUESTS
              + " (total) of the same scenario, request or tag");
      return Optional.empty();
    }
    return total;
  }

  /** Whether it looks at this. */
  boolean is(String name) {
    return indicator instanceof Located.Chars chars && chars.value().equals(name);
  }

  private Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    scope.forEach(
        (key, value) -> texts.put(key, value instanceof Located.Chars chars ? chars.value() : ""));
    return texts;
  }

  private static Optional<SloMetric> source(
      Located.Members metric, boolean ratio, Problems problems) {
    Keys outer = new Keys(metric, problems);
    Optional<Located.Members> source = outer.required("metricSource", OpenSloReader.OBJECT);
    outer.rejectOthers();
    if (source.isEmpty()) {
      return Optional.empty();
    }
    Keys keys = new Keys(source.get(), problems);
    Optional<String> type =
        keys.required(
            "type",
            Rule.choice(
                List.of(OpenSloWords.SOURCE),
                text -> Optional.of(text).filter(OpenSloWords.SOURCE::equals)));
    if (type.isEmpty()) {
      // The rest is a query of some other system.
      return Optional.empty();
    }
    Optional<Located.Members> spec = keys.required("spec", OpenSloReader.OBJECT);
    keys.rejectOthers();
    if (spec.isEmpty()) {
      return Optional.empty();
    }
    Keys own = new Keys(spec.get(), problems);
    Optional<Located> indicator = own.required("indicator", OpenSloReader.ANY);
    Map<String, Located> scope = new LinkedHashMap<>();
    KEYS.forEach(
        key -> own.optional(key, OpenSloReader.ANY).ifPresent(value -> scope.put(key, value)));
    own.rejectOthers();
    return indicator.map(one -> new SloMetric(ratio, one, scope));
  }
}
