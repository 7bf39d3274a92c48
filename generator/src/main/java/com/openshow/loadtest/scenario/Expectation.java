package com.openshow.loadtest.scenario;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a response must be like to count as a success.
 *
 * @param statuses the status codes that are right; empty: any below 400
 * @param json what must hold in its JSON body
 * @param maxBytes the greatest size of its body in bytes
 */
public record Expectation(List<Integer> statuses, List<JsonCheck> json, OptionalInt maxBytes) {
  /** Any status below 400. */
  public static final Expectation SUCCESS =
      new Expectation(List.of(), List.of(), OptionalInt.empty());

  /**
   * A check of one place in a JSON body.
   *
   * @param path the JSON path that must exist
   * @param equal the value that must stand there; empty: any
   */
  public record JsonCheck(String path, Optional<String> equal) {}

  public Expectation {
    statuses = List.copyOf(statuses);
    json = List.copyOf(json);
    for (int status : statuses) {
      Require.that(status >= 100 && status <= 599, "status must be 100 to 599", status);
    }
    Require.that(maxBytes.orElse(1) > 0, "maxBytes must be more than 0", maxBytes);
  }
}
