package com.openshow.loadtest.openslo;

import com.openshow.loadtest.scenario.Durations;
import com.openshow.loadtest.scenario.OpenSloWords;
import com.openshow.loadtest.slo.Comparison;
import com.openshow.loadtest.slo.ErrorRate;
import com.openshow.loadtest.slo.LatencyIndicator;
import com.openshow.loadtest.slo.LatencyPercentile;
import com.openshow.loadtest.slo.Objective;
import com.openshow.loadtest.slo.OnNoData;
import com.openshow.loadtest.slo.Requests;
import com.openshow.loadtest.slo.Severity;
import com.openshow.loadtest.slo.Target;
import com.openshow.loadtest.slo.Terms;
import com.openshow.loadtest.slo.Window;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An objective as a document of the kind SLO.
 *
 * <p>OpenSLO knows events that are good or bad, and how many of them must be good. A percentile is
 * just that: p95 &lt;= 50 ms says that 95 % of the requests take at most 50 ms. So is an error
 * rate. What is no share of anything, such as a mean, is one event, good when the objective holds.
 */
final class SloDocument {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** One event alone is good or not: every target above 0 says the same. */
  private static final BigDecimal THE_ONE = new BigDecimal("0.99");

  private final Objective objective;
  private final boolean strict;

  /**
   * A document.
   *
   * @param strict what holds for an objective of the scenario file that does not say
   */
  SloDocument(Objective objective, boolean strict) {
    this.objective = objective;
    this.strict = strict;
  }

  Map<String, Object> of(String service, String name) {
    return Yaml.map(
        "apiVersion",
        OpenSloWords.VERSION,
        "kind",
        "SLO",
        "metadata",
        Yaml.map("name", name, "displayName", objective.name(), "annotations", annotations()),
        "spec",
        Yaml.map(
            "description",
            objective.promise(),
            "service",
            service,
            "indicator",
            Yaml.map("metadata", Yaml.map("name", name), "spec", metric()),
            "budgetingMethod",
            slices().isPresent() ? "Timeslices" : "Occurrences",
            "objectives",
            List.of(threshold())));
  }

  private Optional<Window.Slices> slices() {
    return objective.window() instanceof Window.Slices slices
        ? Optional.of(slices)
        : Optional.empty();
  }

  private Map<String, Object> metric() {
    if (errorShare().isPresent()) {
      return Yaml.map(
          "ratioMetric",
          Yaml.map(
              "counter",
              true,
              "good",
              source(OpenSloWords.SUCCESSFUL),
              "total",
              source(OpenSloWords.REQUESTS)));
    }
    String kind = objective.indicator().kind().replaceFirst("\\(.*", "");
    return Yaml.map(
        "thresholdMetric", source(percentileShare().isPresent() ? OpenSloWords.LATENCY : kind));
  }

  private Map<String, Object> source(String indicator) {
    Requests requests = objective.scope().requests();
    Map<String, Object> spec =
        Yaml.map(
            "scenario",
            objective.scope().scenario(),
            "request",
            objective.scope().label(),
            "tag",
            requests instanceof Requests.Tagged tagged ? tagged.tag() : "",
            "indicator",
            indicator);
    if (objective.indicator() instanceof LatencyIndicator latency) {
      spec.put("latency", latency.which().timing().label());
      spec.put("failed_counted", latency.which().failedCounted());
    }
    return Yaml.map("metricSource", Yaml.map("type", OpenSloWords.SOURCE, "spec", spec));
  }

  private Map<String, Object> threshold() {
    Map<String, Object> threshold = new LinkedHashMap<>();
    if (errorShare().isEmpty()) {
      threshold.put("op", objective.op().label());
      value().ifPresent(value -> threshold.put("value", value));
    }
    Optional<BigDecimal> good = errorShare().or(this::percentileShare);
    Optional<Window.Slices> slices = slices();
    if (slices.isEmpty()) {
      threshold.put("target", plain(good.orElse(THE_ONE)));
      return threshold;
    }
    BigDecimal share = share(slices.get().targetPercent());
    threshold.put("target", plain(share.compareTo(BigDecimal.ONE) < 0 ? share : THE_ONE));
    threshold.put("timeSliceTarget", plain(good.orElse(BigDecimal.ONE)));
    threshold.put("timeSliceWindow", window(slices.get().length()));
    return threshold;
  }

  /** In whole minutes, or in a number of minutes: OpenSLO knows no seconds. */
  private static Object window(Duration length) {
    return length.toSeconds() % 60 == 0
        ? length.toMinutes() + "m"
        : plain(
            BigDecimal.valueOf(length.toMillis())
                .divide(BigDecimal.valueOf(60_000), 12, java.math.RoundingMode.HALF_EVEN));
  }

  /** Which share of the requests must succeed; empty where a share cannot say it. */
  private Optional<BigDecimal> errorShare() {
    boolean isShare =
        objective.indicator() instanceof ErrorRate && objective.op() == Comparison.LTE;
    return isShare
        ? fixed()
            .filter(percent -> percent > 0 && percent < 100)
            .map(percent -> BigDecimal.ONE.subtract(share(percent)))
        : Optional.empty();
  }

  /** Which share of the latencies must be good; empty where a share cannot say it. */
  private Optional<BigDecimal> percentileShare() {
    return objective.indicator() instanceof LatencyPercentile percentile
            && !objective.op().isMinimum()
            && fixed().isPresent()
        ? Optional.of(share(percentile.percentile()))
        : Optional.empty();
  }

  private Optional<Double> fixed() {
    return objective.target() instanceof Target.Fixed fixed
        ? Optional.of(fixed.value())
        : Optional.empty();
  }

  private Optional<BigDecimal> value() {
    return fixed().map(value -> plain(new BigDecimal(Double.toString(value))));
  }

  private static BigDecimal share(double percent) {
    return new BigDecimal(Double.toString(percent)).divide(HUNDRED);
  }

  private static BigDecimal plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /** What OpenSLO has no word for, by the keys of scenario files. */
  private Map<String, Object> annotations() {
    Map<String, Object> said = new LinkedHashMap<>();
    Terms terms = objective.terms();
    if (terms.severity() != Severity.FAIL) {
      annotate(said, "severity", lower(terms.severity()));
    }
    if (terms.onNoData() != OnNoData.INCONCLUSIVE) {
      annotate(said, "on_no_data", lower(terms.onNoData()));
    }
    if (terms.strict() != strict) {
      annotate(said, "strict", Boolean.toString(terms.strict()));
    }
    terms.abortAfter().ifPresent(time -> annotate(said, "abort", seconds(time)));
    if (objective.window() instanceof Window.Sustained sustained) {
      annotate(said, "for", seconds(sustained.time()));
    }
    if (objective.window() instanceof Window.Stage stage) {
      annotate(said, "stage", stage.name());
    }
    if (objective.target() instanceof Target.OfBaseline) {
      annotate(said, "target", objective.target().text());
    }
    if (slices().filter(slices -> slices.targetPercent() == 100).isPresent()) {
      annotate(said, "slices", "100");
    }
    return said;
  }

  private static void annotate(Map<String, Object> annotations, String key, String value) {
    annotations.put(OpenSloWords.PREFIX + key, value);
  }

  private static String seconds(Duration time) {
    return Durations.seconds(time) + "s";
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
