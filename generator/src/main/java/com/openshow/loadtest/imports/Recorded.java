package com.openshow.loadtest.imports;

import com.openshow.loadtest.scenario.HttpMethod;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * A request that a browser made.
 *
 * @param method its method
 * @param target its address, without secrets in the query
 * @param accept the header Accept; empty: any
 * @param bearer whether it carried a bearer token
 * @param mediaType the type of its body; empty: it had none
 * @param body the body as text
 * @param status of the response
 * @param millis how long it took
 */
record Recorded(
    HttpMethod method,
    Target target,
    String accept,
    boolean bearer,
    String mediaType,
    Optional<String> body,
    int status,
    OptionalInt millis) {
  private static final Pattern ID =
      Pattern.compile(
          "/(?:\\d+|[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|[0-9a-fA-F]{24})(?=/|$)");

  /** Its method and path, with {@code {id}} in place of numbers and UUIDs. */
  String label() {
    return method + " " + ID.matcher(target.path()).replaceAll("/{id}");
  }

  /** Whether its path has an id. */
  boolean hasId() {
    return ID.matcher(target.path()).find();
  }
}
