package com.openshow.loadtest.jmeter;

import com.openshow.loadtest.fault.Action;
import com.openshow.loadtest.fault.Fault;
import com.openshow.loadtest.slo.measure.FaultSwitch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A fault as it stands in a plan: texts, expressions allowed.
 *
 * @param name its name
 * @param atSeconds how long after the start of the thread group it begins
 * @param forSeconds how long it lasts
 * @param start what switches it on
 * @param stop what switches it off
 */
record FaultText(
    String name, String atSeconds, String forSeconds, ActionText start, ActionText stop) {
  private static final double MOST_SECONDS = 604_800;

  /**
   * What it says; empty when there are problems.
   *
   * @param evaluate gives expressions their values
   * @param commandsAllowed whether it may run programs
   * @param problems takes all that is wrong
   */
  Optional<Fault> fault(
      UnaryOperator<String> evaluate, boolean commandsAllowed, List<String> problems) {
    List<String> own = new ArrayList<>();
    if (!FaultSwitch.isName(name)) {
      own.add("a fault's name must be " + FaultSwitch.NAME_RULE + ", but was \"" + name + "\"");
    }
    if (!commandsAllowed && (start.isCommand() || stop.isCommand())) {
      own.add(
          "the fault runs commands on this machine, which nobody has allowed: read them, and then"
              + " allow them with loadtest run --allow-commands, or jmeter -J"
              + LoadTestProperties.ALLOW_COMMANDS
              + "=true");
    }
    // Each for itself, so that all that is wrong is said at once.
    Optional<Duration> at = read("", () -> seconds("at", evaluate.apply(atSeconds)), own);
    Optional<Duration> time = read("", () -> seconds("for", evaluate.apply(forSeconds)), own);
    Optional<Action> on = read("switching on: ", () -> start.action(evaluate), own);
    Optional<Action> off = read("switching off: ", () -> stop.action(evaluate), own);
    problems.addAll(own);
    return own.isEmpty()
        ? read(
            "",
            () ->
                new Fault(
                    name,
                    at.orElseThrow(),
                    time.orElseThrow(),
                    on.orElseThrow(),
                    off.orElseThrow()),
            problems)
        : Optional.empty();
  }

  private static <T> Optional<T> read(String what, Supplier<T> text, List<String> problems) {
    try {
      return Optional.of(text.get());
    } catch (IllegalArgumentException e) {
      problems.add(what + e.getMessage());
      return Optional.empty();
    }
  }

  /**
   * A time.
   *
   * @throws IllegalArgumentException when the text is no number of seconds from 0 to a week
   */
  static Duration seconds(String what, String text) {
    try {
      double seconds = Double.parseDouble(text.strip());
      if (seconds >= 0 && seconds <= MOST_SECONDS) {
        return Duration.ofMillis(Math.round(seconds * 1000));
      }
    } catch (NumberFormatException e) {
      // Refused below, with the numbers out of range.
    }
    throw new IllegalArgumentException(
        what + " must be a number of seconds from 0 to 604800, but was \"" + text + "\"");
  }
}
