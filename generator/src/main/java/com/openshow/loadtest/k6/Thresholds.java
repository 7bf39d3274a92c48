package com.openshow.loadtest.k6;

import com.openshow.loadtest.scenario.LoadTest;
import com.openshow.loadtest.scenario.Promise;
import com.openshow.loadtest.scenario.Scenario;
import com.openshow.loadtest.scenario.Timing;
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
  // For the number of requests of one selector there is only one threshold: the strictest.
  private final Map<String, Integer> least = new LinkedHashMap<>();
  private final Map<String, Map<String, Js>> conditions = new LinkedHashMap<>();

  Thresholds(LoadTest test, Names names) {
    this.test = test;
    this.names = names;
  }

  /** All thresholds, by metric and tags. */
  Js all() {
    test.scenarios().forEach(this::add);
    Members all = new Members();
    conditions.forEach(
        (metric, checks) -> all.with(metric, new Js.Items(List.copyOf(checks.values()))));
    return all.build();
  }

  private void add(Scenario scenario) {
    for (Promise promise : Promise.of(test, scenario)) {
      String selector = selector(scenario, promise);
      int samples = least.merge(selector, samples(promise.indicator()), Math::max);
      put("http_reqs" + selector, "count", Js.text("count>=" + samples));
      switch (promise.indicator()) {
        case "error_rate" -> {
          BigDecimal share = Numbers.decimal(promise.target()).divide(HUNDRED);
          Js most = Js.text("rate<=" + Numbers.plain(share));
          put("http_req_failed" + selector, "rate", most);
          put("request_failed" + selector, "rate", most);
        }
        case "min_rps" ->
            put(
                "http_reqs" + selector,
                "rate",
                new Js.Code(
                    "atLeast(" + promise.plainTarget() + ", " + measuredSeconds(scenario) + ")"));
        default -> {
          String statistic = statistic(promise.indicator());
          put(
              "http_req_duration" + selector,
              statistic,
              Js.text(statistic + "<=" + promise.plainTarget()));
        }
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

  private void put(String metric, String kind, Js condition) {
    conditions.computeIfAbsent(metric, key -> new LinkedHashMap<>()).put(kind, condition);
  }

  /** The measured samples of a request, or of the whole scenario: neither setup nor warm-up. */
  private String selector(Scenario scenario, Promise promise) {
    String request = promise.label().isEmpty() ? "" : ",name:" + Names.ofRequest(promise.label());
    return "{scenario:" + names.of(scenario) + request + ",phase:measured}";
  }

  /** k6's word for it: {@code p95} is {@code p(95)}. */
  private static String statistic(String indicator) {
    return indicator.startsWith("p") ? "p(" + indicator.substring(1) + ")" : indicator;
  }

  /** With fewer samples a percentile is no more than the greatest of them. */
  private static int samples(String indicator) {
    if (!indicator.startsWith("p")) {
      return 1;
    }
    BigDecimal above = HUNDRED.subtract(new BigDecimal(indicator.substring(1)));
    return HUNDRED.divide(above, 0, RoundingMode.CEILING).intValueExact();
  }

  private String measuredSeconds(Scenario scenario) {
    Duration unmeasured = test.warmUp().minus(scenario.pace().startAfter());
    Duration run = Timing.duration(test, scenario);
    Duration measured = unmeasured.isNegative() ? run : run.minus(unmeasured);
    return Numbers.plain(BigDecimal.valueOf(Math.max(0, measured.toMillis()), 3));
  }
}
