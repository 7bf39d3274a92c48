package com.openshow.loadtest.metrics;

import com.openshow.loadtest.slo.Severity;
import com.openshow.loadtest.slo.Terms;
import com.openshow.loadtest.slo.Window;
import java.util.Objects;
import java.util.Optional;

/**
 * One promise of what the backend says of itself, stated as success.
 *
 * @param name for people, and for the reports
 * @param source the name of the source that is asked
 * @param claim what is promised
 * @param scenario whose stage the window is; empty for the whole run
 * @param window over which time; none that {@link Window#isCounted}; what is sustained is {@link
 *     Reducer.Sustained} here
 * @param terms on what terms it is judged; never strict, since points are no samples that more of
 *     would settle
 * @param note for people; empty where there is none
 */
public record BackendObjective(
    String name,
    String source,
    Claim claim,
    String scenario,
    Window window,
    Terms terms,
    String note) {
  public BackendObjective {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(scenario, "scenario");
    Objects.requireNonNull(note, "note");
    if (name.isBlank()) {
      throw new IllegalArgumentException("name must not be blank");
    }
    refusal(claim, window, terms)
        .ifPresent(
            why -> {
              throw new IllegalArgumentException(why);
            });
  }

  /** Why no claim can be judged so; empty when it can. */
  public static Optional<String> refusal(Claim claim, Window window, Terms terms) {
    if (window.isCounted()) {
      return Optional.of(
          "a backend objective is for the whole run or a part of it; write \"sustained 30s\" as"
              + " reduce to allow for shorter misses");
    }
    if (terms.strict()) {
      return Optional.of("strict has no meaning for a backend objective");
    }
    return claim instanceof StatesClaim && terms.abortAfter().isPresent()
        ? Optional.of("states are judged at the end, and stop no test")
        : Optional.empty();
  }

  /** For a person: its name, and over which part of the time. */
  public String title() {
    return name
        + (window instanceof Window.WholeRun ? "" : " (" + window.text() + ")")
        + (terms.severity() == Severity.WARN ? " (warning)" : "");
  }

  /** What is promised, such as {@code avg <= 70 % in stage peak: 60s to 120s}. */
  public String promise() {
    String within = window.phrase();
    return claim.promise() + (within.isEmpty() ? "" : " " + within);
  }
}
