package com.openshow.loadtest.k6;

import com.openshow.loadtest.scenario.LoadTest;
import com.openshow.loadtest.scenario.Promise;
import com.openshow.loadtest.scenario.Scenario;
import com.openshow.loadtest.scenario.Timing;
import com.openshow.loadtest.slo.ErrorRate;
import com.openshow.loadtest.slo.FaultWindow;
import com.openshow.loadtest.slo.Indicator;
import com.openshow.loadtest.slo.LatencyIndicator;
import com.openshow.loadtest.slo.LatencyPercentile;
import com.openshow.loadtest.slo.Objective;
import com.openshow.loadtest.slo.RequestRate;
import com.openshow.loadtest.slo.Requests;
import com.openshow.loadtest.slo.Scope;
import com.openshow.loadtest.slo.Severity;
import com.openshow.loadtest.slo.Target;
import com.openshow.loadtest.slo.WhichLatency;
import com.openshow.loadtest.slo.Window;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The promises of the scenarios as k6's thresholds. k6 passes a threshold for which it has no data;
 * so each promise brings one on the number of requests too.
 */
final class Thresholds {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final LoadTest test;
  private final Names names;
  private final Notes notes;
  // For the number of requests of one selector there is only one threshold: the strictest.
  private final Map<String, Integer> least = new LinkedHashMap<>();
  private final Map<String, Map<String, Js>> conditions = new LinkedHashMap<>();

  Thresholds(LoadTest test, Names names, Notes notes) {
    this.test = test;
    this.names = names;
    this.notes = notes;
  }

  /** All thresholds, by metric and tags. */
  Js all() {
    test.scenarios().forEach(this::add);
    Promise.ofAll(test).forEach(promise -> noThreshold(promise.objective()));
    for (int i = 0; i < test.faults().size(); i++) {
      notes.add(
          "/faults/" + i,
          "nobody switches the fault "
              + test.faults().get(i).name()
              + ", and what is expected of it is no threshold");
    }
    Members all = new Members();
    conditions.forEach(
        (metric, checks) -> all.with(metric, new Js.Items(List.copyOf(checks.values()))));
    return all.build();
  }

  private void add(Scenario scenario) {
    for (Promise promise : Promise.of(test, scenario)) {
      Objective objective = promise.objective();
      if (isKnownToK6(objective)) {
        add(scenario, promise, selector(scenario, objective.scope()));
      } else {
        noThreshold(objective);
      }
    }
    if (scenario.pace().targetRps().isPresent()) {
      BigDecimal due =
          BigDecimal.valueOf(Profile.rate(test, scenario).area()).setScale(0, RoundingMode.HALF_UP);
      put(
          "dropped_iterations{scenario:" + names.of(scenario) + "}",
          "count",
          new Js.Code("fewOf(" + Numbers.plain(due) + ")"));
    }
  }

  private void noThreshold(Objective objective) {
    // Of those of faults there is a note for each fault.
    if (!(objective.window() instanceof FaultWindow)) {
      notes.add("/objectives", "\"" + objective.name() + "\" is no threshold");
    }
  }

  private void add(Scenario scenario, Promise promise, String selector) {
    Indicator indicator = promise.objective().indicator();
    int samples = least.merge(selector, samples(indicator), Math::max);
    put("http_reqs" + selector, "count", Js.text("count>=" + samples));
    if (indicator instanceof ErrorRate) {
      BigDecimal share =
          Numbers.decimal(promise.objective().bar().orElseThrow().value()).divide(HUNDRED);
      Js most = Js.text("rate<=" + Numbers.plain(share));
      put("http_req_failed" + selector, "rate", most);
      put("request_failed" + selector, "rate", most);
    } else if (indicator instanceof RequestRate) {
      put(
          "http_reqs" + selector,
          "rate",
          new Js.Code("atLeast(" + promise.plainTarget() + ", " + measuredSeconds(scenario) + ")"));
    } else {
      String statistic = statistic(indicator);
      put(
          "http_req_duration" + selector,
          statistic,
          Js.text(statistic + "<=" + promise.plainTarget()));
    }
  }

  /** k6 has thresholds for the duration of a request, its failure and its rate over the run. */
  private static boolean isKnownToK6(Objective objective) {
    Indicator indicator = objective.indicator();
    boolean known =
        indicator instanceof ErrorRate
            || indicator instanceof RequestRate
            || (indicator instanceof LatencyIndicator latency
                && latency.which().equals(WhichLatency.USUAL));
    return known
        && objective.op() == indicator.usual()
        && objective.window() instanceof Window.WholeRun
        && objective.target() instanceof Target.Fixed
        && objective.terms().severity() == Severity.FAIL
        && objective.terms().abortAfter().isEmpty()
        && !(objective.scope().requests() instanceof Requests.Tagged);
  }

  private void put(String metric, String kind, Js condition) {
    conditions.computeIfAbsent(metric, key -> new LinkedHashMap<>()).put(kind, condition);
  }

  /** The measured samples of a request, or of the whole scenario: neither setup nor warm-up. */
  private String selector(Scenario scenario, Scope scope) {
    String request = scope.label().isEmpty() ? "" : ",name:" + Names.ofRequest(scope.label());
    return "{scenario:" + names.of(scenario) + request + ",phase:measured}";
  }

  /** k6's word for it: {@code p95} is {@code p(95)}. */
  private static String statistic(Indicator indicator) {
    return indicator instanceof LatencyPercentile percentile
        ? "p(" + LatencyPercentile.plain(percentile.percentile()) + ")"
        : indicator.kind();
  }

  /** With fewer samples a percentile is no more than the greatest of them. */
  private static int samples(Indicator indicator) {
    if (!(indicator instanceof LatencyPercentile percentile)) {
      return 1;
    }
    BigDecimal above = HUNDRED.subtract(Numbers.decimal(percentile.percentile()));
    return HUNDRED.divide(above, 0, RoundingMode.CEILING).intValueExact();
  }

  private String measuredSeconds(Scenario scenario) {
    Duration unmeasured = test.warmUp().minus(scenario.pace().startAfter());
    Duration run = Timing.duration(test, scenario);
    Duration measured = unmeasured.isNegative() ? run : run.minus(unmeasured);
    return Numbers.plain(BigDecimal.valueOf(Math.max(0, measured.toMillis()), 3));
  }
}
