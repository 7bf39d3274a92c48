package com.openshow.loadtest.jmeter;

import com.openshow.loadtest.metrics.StateCounter;
import com.openshow.loadtest.metrics.StateMetric;
import com.openshow.loadtest.metrics.StatesClaim;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A sequence of states as the cells of a table, and back. */
final class StateTexts {
  private static final String LABEL = "label ";

  /** Before labels that tell the state in words, and so are not those of an instance. */
  private static final String WITHOUT = " without ";

  private StateTexts() {}

  static String states(StatesClaim claim) {
    return String.join(" -> ", claim.states());
  }

  static List<String> states(String text) {
    return Arrays.stream(text.split("->", -1)).map(String::strip).toList();
  }

  static String metric(StatesClaim claim) {
    if (claim.metric() instanceof StateMetric.ByLabel label) {
      return LABEL + label.label();
    }
    StateMetric.ByValue byValue = (StateMetric.ByValue) claim.metric();
    String names =
        byValue.names().entrySet().stream()
            .map(name -> name.getKey() + " = " + name.getValue())
            .collect(Collectors.joining(", "));
    return byValue.besides().isEmpty()
        ? names
        : names + WITHOUT + byValue.besides().stream().sorted().collect(Collectors.joining(" "));
  }

  static StateMetric metric(String text) {
    if (text.startsWith(LABEL)) {
      return new StateMetric.ByLabel(text.substring(LABEL.length()).strip());
    }
    int without = text.indexOf(WITHOUT);
    Set<String> besides =
        without < 0
            ? Set.of()
            : Set.of(text.substring(without + WITHOUT.length()).strip().split(" +"));
    Map<Long, String> names = new LinkedHashMap<>();
    pairs("state metric", without < 0 ? text : text.substring(0, without))
        .forEach(
            (number, name) -> {
              if (!number.matches("-?\\d{1,9}")) {
                throw new IllegalArgumentException(
                    "state metric must be \"label state\" or such as \"0 = closed, 1 = open\", but"
                        + " was \""
                        + text
                        + "\"");
              }
              names.put(Long.parseLong(number), name);
            });
    return new StateMetric.ByValue(names, besides);
  }

  static String shortest(StatesClaim claim) {
    return claim.shortest().entrySet().stream()
        .map(state -> state.getKey() + " = " + seconds(state.getValue()))
        .collect(Collectors.joining(", "));
  }

  static Map<String, Duration> shortest(String text) {
    Map<String, Duration> times = new LinkedHashMap<>();
    pairs("shortest", text)
        .forEach(
            (state, seconds) ->
                times.put(
                    state,
                    Duration.ofMillis(Math.round(RowElement.number("shortest", seconds) * 1000))));
    return times;
  }

  static String counters(StatesClaim claim) {
    return claim.counters().stream()
        .map(counter -> counter.state().orElse("") + ": " + counter.selector())
        .collect(Collectors.joining(" | "));
  }

  static List<StateCounter> counters(String text) {
    return text.isEmpty()
        ? List.of()
        : Arrays.stream(text.split(" \\| ", -1)).map(StateTexts::counter).toList();
  }

  private static StateCounter counter(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException(
          "a counter must be such as \"open: rejected_calls_total\", but was \"" + text + "\"");
    }
    String state = text.substring(0, colon).strip();
    return new StateCounter(
        text.substring(colon + 1).strip(), state.isEmpty() ? Optional.empty() : Optional.of(state));
  }

  private static Map<String, String> pairs(String what, String text) {
    Map<String, String> pairs = new LinkedHashMap<>();
    if (text.isEmpty()) {
      return pairs;
    }
    for (String pair : text.split(",", -1)) {
      String[] sides = pair.split("=", -1);
      if (sides.length != 2) {
        throw new IllegalArgumentException(
            what + " must be such as \"a = 1, b = 2\", but was \"" + text + "\"");
      }
      pairs.put(sides[0].strip(), sides[1].strip());
    }
    return pairs;
  }

  private static String seconds(Duration time) {
    return new BigDecimal(time.toMillis()).movePointLeft(3).stripTrailingZeros().toPlainString();
  }
}
