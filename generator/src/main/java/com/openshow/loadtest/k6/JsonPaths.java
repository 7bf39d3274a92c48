package com.openshow.loadtest.k6;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * JSON paths as arrays of steps, which the script walks itself: {@code $.a['b c'][0]} becomes
 * {@code ['a', 'b c', 0]}. k6's own selectors are another language, in which a key with a dot or a
 * star means something else.
 */
final class JsonPaths {
  /** What is understood, for messages. */
  static final String RULE = "names, ['names'], [numbers], .* and [*]";

  private static final Pattern STEP =
      Pattern.compile(
          "\\.(?<name>[\\p{L}\\p{N}_$@-]+)"
              + "|\\[\\s*'(?<single>[^'\\\\]*)'\\s*]"
              + "|\\[\\s*\"(?<pair>[^\"\\\\]*)\"\\s*]"
              + "|\\[\\s*(?<index>-?\\d{1,9})\\s*]"
              + "|(?<all>\\.\\*|\\[\\s*\\*\\s*])");

  private JsonPaths() {}

  /** The steps; empty when the path has a filter, a slice, a function or the like. */
  static Optional<Js> steps(String path) {
    List<Js> steps = new ArrayList<>();
    Matcher step = STEP.matcher(path).region(1, path.length());
    while (step.lookingAt()) {
      steps.add(step(step));
      step.region(step.end(), path.length());
    }
    return step.regionStart() == path.length()
        ? Optional.of(new Js.Items(steps))
        : Optional.empty();
  }

  private static Js step(Matcher step) {
    if (step.group("all") != null) {
      return new Js.Members(Map.of("all", new Js.Code("true")));
    }
    if (step.group("index") != null) {
      return new Js.Code(Integer.toString(Integer.parseInt(step.group("index"))));
    }
    for (String kind : List.of("name", "single", "pair")) {
      if (step.group(kind) != null) {
        return Js.text(step.group(kind));
      }
    }
    throw new IllegalStateException("a step has one of the kinds, but was " + step.group());
  }
}
