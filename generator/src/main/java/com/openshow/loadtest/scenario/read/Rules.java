package com.openshow.loadtest.scenario.read;

import com.openshow.loadtest.scenario.Durations;
import com.openshow.loadtest.scenario.SloKey;
import com.openshow.loadtest.scenario.TargetUrl;
import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Values that several levels of a scenario file have in common. */
final class Rules {
  private static final Duration LONGEST = Duration.ofDays(7);

  // Text that ends up in a plan must not be an expression: JMeter would run it.
  private static final Pattern EXPRESSION = Pattern.compile("\\$\\{|\\p{Cntrl}");
  private static final Pattern HEADER_NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");

  static final Rule<String> PLAIN =
      Rule.text(
          "a text of 1 to 200 characters without \"${\" and control characters",
          text -> isPlain(text, 200));
  static final Rule<Duration> RUN_TIME =
      Rule.string(
          Durations.RULE + ", from 1s to 7 days",
          text -> duration(text).filter(time -> time.toSeconds() >= 1));
  static final Rule<Duration> TIME =
      Rule.string(Durations.RULE + ", from 0s to 7 days", Rules::duration);
  static final Rule<Double> POSITIVE =
      Rule.number("a number greater than 0", n -> n > 0 && n <= 1e9);
  static final Rule<Boolean> BOOLEAN =
      new Rule<>(
          "true or false",
          (value, problems) ->
              Rule.Result.of(
                  value instanceof Located.Literal literal && !literal.value().equals("null")
                      ? Optional.of(Boolean.valueOf(literal.value()))
                      : Optional.empty()));
  static final Rule<URI> TARGET = Rule.string(TargetUrl.RULE, TargetUrl::parse);
  static final Rule<String> HEADER =
      Rule.text(
          "the name of a header, such as Location", text -> HEADER_NAME.matcher(text).matches());
  static final Rule<Map<String, String>> HEADERS = map(headerText());
  static final Rule<Map<SloKey, Double>> SLO =
      Rule.object((object, problems) -> Optional.of(slo(new Keys(object, problems), true)));

  private Rules() {}

  /** Whether a plan can hold the text as it is. */
  static boolean isPlain(String text, int longest) {
    return !text.isBlank()
        && text.length() <= longest
        && !EXPRESSION.matcher(text).find()
        && text.codePoints().allMatch(Rules::isXmlText);
  }

  /** The characters of XML 1.0. */
  static boolean isXmlText(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }

  /** A text for a header's value. */
  static Rule<String> headerText() {
    return Rule.text(
        "a header's value: 1 to 4000 characters without \"${\" and control characters",
        text -> isPlain(text, 4_000));
  }

  /** The targets among the keys of an object. */
  static Map<SloKey, Double> slo(Keys keys, boolean alone) {
    Map<SloKey, Double> targets = new EnumMap<>(SloKey.class);
    for (SloKey slo : SloKey.values()) {
      Rule<Double> rule =
          slo == SloKey.SLO_ERROR_PERCENT
              ? Rule.number("a number from 0 to 100", n -> n >= 0 && n <= 100)
              : POSITIVE;
      keys.optional(slo.key(), rule).ifPresent(target -> targets.put(slo, target));
    }
    if (alone) {
      keys.rejectOthers();
    }
    return targets;
  }

  /** An object whose keys are header names. */
  static <T> Rule<Map<String, T>> map(Rule<T> rule) {
    return Rule.object(
        (object, problems) -> {
          Map<String, T> map = new LinkedHashMap<>();
          object
              .members()
              .forEach(
                  (name, value) -> {
                    if (!HEADER_NAME.matcher(name).matches() || name.contains("${")) {
                      problems.error(
                          value.place(), "not the name of a header: " + Text.quoted(name));
                    }
                    rule.decode(value, problems).ifPresent(decoded -> map.put(name, decoded));
                  });
          return Optional.of(map);
        });
  }

  private static Optional<Duration> duration(String text) {
    return Durations.parse(text).filter(time -> time.compareTo(LONGEST) <= 0);
  }
}
