package com.openshow.loadtest.staging;

import java.util.Map;
import java.util.TreeMap;

/**
 * A fault that is on.
 *
 * @param pathPrefix which requests it hits
 * @param millis by how much it delays, at least 0
 * @param ratio which share of requests fails, 0..1
 * @param status the status of a failed request, 400..599
 */
record Fault(String pathPrefix, long millis, double ratio, int status) {
  private static final long MOST_MILLIS = 60_000;

  Fault {
    if (!pathPrefix.startsWith("/")) {
      throw new IllegalArgumentException(
          "path_prefix must begin with /, but was \"" + pathPrefix + "\"");
    }
    if (!(millis >= 0 && millis <= MOST_MILLIS)) {
      throw new IllegalArgumentException(
          "millis must be 0 to " + MOST_MILLIS + ", but was " + millis);
    }
    if (!(ratio >= 0 && ratio <= 1)) {
      throw new IllegalArgumentException("ratio must be 0 to 1, but was " + ratio);
    }
    if (!(status >= 400 && status <= 599)) {
      throw new IllegalArgumentException("status must be 400 to 599, but was " + status);
    }
  }

  /** Its parameters as they are in JSON, those that count for this fault only. */
  Object describe(FaultName name) {
    Map<String, Object> all =
        Map.of("path_prefix", pathPrefix, "millis", millis, "ratio", ratio, "status", status);
    Map<String, Object> relevant = new TreeMap<>(all);
    relevant.keySet().retainAll(name.parameters());
    return relevant.isEmpty() ? "on" : relevant;
  }

  /** The fault as it is when nothing is said about it. */
  static Fault standard(FaultName name) {
    return switch (name) {
      case SLOW_SEARCH -> new Fault("/api/v1/search/suggestions", 120, 1, 500);
      case DATABASE_SLOW -> new Fault("/", 200, 1, 500);
      default -> new Fault("/api/", 100, 1, 500);
    };
  }
}
