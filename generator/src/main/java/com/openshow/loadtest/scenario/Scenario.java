package com.openshow.loadtest.scenario;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Virtual users of one kind.
 *
 * @param name becomes a file name, a thread group's name and part of property names
 * @param type what the load is to find out
 * @param targetVus how many virtual users, at least 1
 * @param endpoints what each of them requests, at least one, with different labels
 */
public record Scenario(String name, LoadType type, int targetVus, List<Endpoint> endpoints) {
  /** What a name may look like, for messages. */
  public static final String NAME_RULE =
      "1 to 100 letters, digits, '_', '-' or '.', beginning with a letter or digit, and not \"all\"";

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,99}");

  public Scenario {
    Require.that(isName(name), "name must be " + NAME_RULE, name);
    Objects.requireNonNull(type, "type");
    Require.that(targetVus >= 1, "targetVus must be at least 1", targetVus);
    endpoints = List.copyOf(endpoints);
    Require.that(!endpoints.isEmpty(), "endpoints must not be empty", endpoints);
    List<String> names =
        endpoints.stream().map(endpoint -> PropertyName.of(endpoint.label())).toList();
    Require.that(
        names.stream().distinct().count() == names.size(),
        "endpoints of " + name + " must differ in method or path",
        names);
  }

  /** Whether a scenario may have this name. */
  public static boolean isName(String name) {
    return NAME.matcher(name).matches() && !name.equalsIgnoreCase("all");
  }
}
