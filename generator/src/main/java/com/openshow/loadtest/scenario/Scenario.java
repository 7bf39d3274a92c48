package com.openshow.loadtest.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Virtual users of one kind.
 *
 * @param name becomes a file name, a thread group's name and part of property names
 * @param type what the load is to find out
 * @param targetVus how many virtual users, at least 1
 * @param pace when they come and how fast they work
 * @param feeds the files its virtual users take rows of
 * @param setup what each of them requests once, before anything is measured
 * @param work what each of them does in an iteration
 * @param slo targets of all its requests together
 */
public record Scenario(
    String name,
    LoadType type,
    int targetVus,
    Pace pace,
    List<Feed> feeds,
    List<Request> setup,
    Work work,
    Map<SloKey, Double> slo) {
  /** What a name may look like, for messages. */
  public static final String NAME_RULE =
      "1 to 100 letters, digits, '_', '-' or '.', beginning with a letter or digit, and not \"all\"";

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,99}");

  public Scenario {
    Require.that(isName(name), "name must be " + NAME_RULE, name);
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(pace, "pace");
    Require.that(targetVus >= 1, "targetVus must be at least 1", targetVus);
    feeds = List.copyOf(feeds);
    setup = List.copyOf(setup);
    slo = new LinkedHashMap<>(slo);
    List<String> names =
        work.requests().stream().map(request -> PropertyName.of(request.label())).toList();
    Require.that(
        names.stream().distinct().count() == names.size(),
        "requests of " + name + " must differ in method or path",
        names);
  }

  /** Whether a scenario may have this name. */
  public static boolean isName(String name) {
    return NAME.matcher(name).matches() && !name.equalsIgnoreCase("all");
  }

  /** The variables that its feeds write. */
  public Set<String> columns() {
    return feeds.stream()
        .flatMap(feed -> feed.columns().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * The variables that may have any text, and so another form inside a JSON string and in a path:
   * those of its feeds and of filler.
   */
  public Set<String> formed() {
    return Stream.concat(
            columns().stream(),
            Stream.concat(setup.stream(), requests().stream())
                .flatMap(request -> request.fillers().stream())
                .map(FillerValue::variable))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** What it requests when it is measured. */
  public List<Request> requests() {
    return work.requests();
  }

  /** Whether its load rises until an objective is breached. */
  public boolean risesUntilBreach() {
    return type == LoadType.BREAKPOINT;
  }

  /** The same scenario with another number of virtual users. */
  public Scenario withVus(int vus) {
    return new Scenario(name, type, vus, pace, feeds, setup, work, slo);
  }
}
