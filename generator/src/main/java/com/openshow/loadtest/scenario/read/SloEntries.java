package com.openshow.loadtest.scenario.read;

import com.openshow.loadtest.scenario.OpenSloWords;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns documents of the kind SLO into entries of the list of objectives. */
final class SloEntries {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final List<String> METHODS = List.of("Occurrences", "Timeslices");
  private static final String WINDOW_RULE =
      "a number of minutes, or a duration such as 15s, 1m or 2h";
  private static final Pattern SHORTHAND = Pattern.compile("([1-9]\\d{0,6})([smhd])");
  private static final Map<String, Integer> SECONDS =
      Map.of("s", 1, "m", 60, "h", 3_600, "d", 86_400);

  /** With a limit, so that nobody computes with a thousand million digits. */
  private static final Rule<BigDecimal> NUMBER =
      new Rule<>(
          "a number of at most 30 characters",
          (value, problems) ->
              Rule.Result.of(
                  value instanceof Located.Digits digits
                          && digits.value().length() <= 30
                          && !digits.value().matches(".*[eE].*")
                      ? Optional.of(new BigDecimal(digits.value()))
                      : Optional.empty()));

  private static final Rule<BigDecimal> WINDOW =
      new Rule<>(WINDOW_RULE, (value, problems) -> Rule.Result.of(seconds(value)));

  private final Map<String, Located.Members> indicators;
  private final Problems problems;

  /**
   * For one file.
   *
   * @param indicators the specifications of its documents of the kind SLI, by name
   */
  SloEntries(Map<String, Located.Members> indicators, Problems problems) {
    this.indicators = indicators;
    this.problems = problems;
  }

  /** The entries of one document; what is wrong is said, and left out. */
  List<Located.Members> of(OpenSloReader.Document document) {
    Keys keys = new Keys(document.spec(), problems);
    keys.optional("description", OpenSloReader.ANY);
    keys.optional("service", OpenSloReader.ANY);
    for (String passedOver : List.of("timeWindow", "alertPolicies")) {
      if (keys.optional(passedOver, OpenSloReader.ANY).isPresent()) {
        problems.warning(
            document.spec().placeOf(passedOver),
            passedOver + " is passed over: a load test judges its own run");
      }
    }
    Optional<String> method =
        keys.required(
            "budgetingMethod",
            Rule.choice(METHODS, text -> Optional.of(text).filter(METHODS::contains)));
    Optional<SloMetric> metric = metric(keys, document.spec());
    Optional<List<Located.Members>> objectives =
        keys.required("objectives", Rule.list(OpenSloReader.OBJECT, false));
    keys.rejectOthers();
    List<Located.Members> entries = new ArrayList<>();
    if (method.isEmpty() || metric.isEmpty()) {
      return entries;
    }
    boolean sliced = method.get().equals("Timeslices");
    for (Located.Members objective : objectives.orElse(List.of())) {
      entry(objective, metric.get(), sliced, document.annotations())
          .ifPresent(entry -> entries.add(new Located.Members(objective.place(), entry)));
    }
    return entries;
  }

  private Optional<SloMetric> metric(Keys keys, Located.Members spec) {
    Optional<Located.Members> inline = keys.optional("indicator", OpenSloReader.OBJECT);
    Optional<String> ref = keys.optional("indicatorRef", Rules.PLAIN);
    if (inline.isPresent() == ref.isPresent()) {
      problems.error(spec.place(), "must have either indicator or indicatorRef");
      return Optional.empty();
    }
    if (ref.isPresent()) {
      Located.Members found = indicators.get(ref.get());
      if (found == null) {
        problems.error(
            spec.placeOf("indicatorRef"),
            "no SLI of this file is called "
                + Text.quoted(ref.get())
                + Text.didYouMean(ref.get(), indicators.keySet()));
        return Optional.empty();
      }
      return SloMetric.read(found, problems);
    }
    Keys own = new Keys(inline.orElseThrow(), problems);
    own.optional("metadata", OpenSloReader.ANY);
    Optional<Located.Members> specification = own.required("spec", OpenSloReader.OBJECT);
    own.rejectOthers();
    return specification.flatMap(one -> SloMetric.read(one, problems));
  }

  private Optional<Map<String, Located>> entry(
      Located.Members objective,
      SloMetric metric,
      boolean sliced,
      Map<String, Located> annotations) {
    Keys keys = new Keys(objective, problems);
    keys.optional("displayName", OpenSloReader.ANY);
    final Optional<Located> op = keys.optional("op", OpenSloReader.ANY);
    final Optional<Located> value = keys.optional("value", OpenSloReader.ANY);
    final Optional<BigDecimal> percent = keys.optional("targetPercent", NUMBER);
    final Optional<BigDecimal> target =
        keys.optional("target", NUMBER).map(HUNDRED::multiply).or(() -> percent);
    final Optional<BigDecimal> each =
        keys.optional("timeSliceTarget", NUMBER).map(HUNDRED::multiply);
    final Optional<BigDecimal> window = keys.optional("timeSliceWindow", WINDOW);
    keys.rejectOthers();
    Optional<BigDecimal> good = sliced ? each : target;
    if (target.isEmpty() || good.isEmpty() || (sliced && window.isEmpty())) {
      problems.error(
          objective.place(),
          sliced
              ? "must have target (or targetPercent), timeSliceTarget and timeSliceWindow, all"
                  + " numbers as they should be"
              : "must have target or targetPercent, a number");
      return Optional.empty();
    }
    if (!isConsistent(objective, metric, sliced, good.get())) {
      return Optional.empty();
    }
    Map<String, Located> entry = new LinkedHashMap<>(metric.scope());
    Located.Place place = objective.placeOf(sliced ? "timeSliceTarget" : "target");
    if (metric.ratio()) {
      entry.put("indicator", new Located.Chars(place, "error_rate"));
      entry.put("target", digits(place, HUNDRED.subtract(good.get())));
    } else {
      entry.put(
          "indicator",
          metric.is(OpenSloWords.LATENCY)
              ? new Located.Chars(place, "p" + plain(good.get()))
              : metric.indicator());
      op.ifPresent(comparison -> entry.put("op", comparison));
      value.ifPresent(number -> entry.put("target", number));
    }
    if (sliced) {
      entry.put(
          "slices",
          slices(objective, window.orElseThrow(), annotations.get("slices"), target.get()));
    }
    annotations.forEach((key, said) -> annotate(entry, key, said));
    return Optional.of(entry);
  }

  private boolean isConsistent(
      Located.Members objective, SloMetric metric, boolean sliced, BigDecimal good) {
    Set<String> said = objective.members().keySet();
    boolean consistent = true;
    if (said.contains("target") && said.contains("targetPercent")) {
      problems.error(objective.place(), "must have either target or targetPercent");
      consistent = false;
    }
    if (metric.ratio() && (said.contains("op") || said.contains("value"))) {
      problems.error(objective.place(), "op and value are for a thresholdMetric");
      consistent = false;
    }
    boolean isOne = !metric.ratio() && !metric.is(OpenSloWords.LATENCY);
    if (isOne && sliced && good.compareTo(HUNDRED) != 0) {
      problems.error(
          objective.placeOf("timeSliceTarget"),
          "must be 1: there is one such figure a slice, and no share of it is good");
      consistent = false;
    }
    return consistent;
  }

  private static Located slices(
      Located.Members objective, BigDecimal seconds, @Nullable Located all, BigDecimal target) {
    Located.Place place = objective.placeOf("timeSliceWindow");
    Map<String, Located> slices = new LinkedHashMap<>();
    slices.put("length", new Located.Chars(place, plain(seconds) + "s"));
    slices.put(
        "target",
        all instanceof Located.Chars chars
            ? new Located.Digits(all.place(), chars.value())
            : digits(objective.placeOf("target"), target));
    return new Located.Members(place, slices);
  }

  /** Annotations are texts, whatever they stand for. */
  private static void annotate(Map<String, Located> entry, String key, Located said) {
    boolean isTruth =
        key.equals("strict")
            && said instanceof Located.Chars chars
            && List.of("true", "false").contains(chars.value());
    if (isTruth) {
      entry.put(key, new Located.Literal(said.place(), ((Located.Chars) said).value()));
    } else if (!key.equals("slices")) {
      entry.put(key, said);
    }
  }

  private static Optional<BigDecimal> seconds(Located value) {
    if (value instanceof Located.Digits digits
        && digits.value().matches("\\d{1,6}(?:\\.\\d{1,15})?")) {
      // A third of a minute is not exact, and 20 s all the same.
      return Optional.of(
          new BigDecimal(digits.value())
              .multiply(BigDecimal.valueOf(60))
              .setScale(3, RoundingMode.HALF_EVEN));
    }
    if (value instanceof Located.Chars chars) {
      Matcher parts = SHORTHAND.matcher(chars.value());
      if (parts.matches()) {
        return Optional.of(
            new BigDecimal(parts.group(1))
                .multiply(BigDecimal.valueOf(SECONDS.getOrDefault(parts.group(2), 1))));
      }
    }
    return Optional.empty();
  }

  private static Located digits(Located.Place place, BigDecimal number) {
    return new Located.Digits(place, plain(number));
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
