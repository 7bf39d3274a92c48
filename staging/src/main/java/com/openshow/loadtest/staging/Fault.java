package com.openshow.loadtest.staging;

import java.util.Map;
import java.util.TreeMap;

/**
 * A fault that is on.
 *
 * @param pathPrefix which requests it hits
 * @param millis by how much it delays, at least 0
 * @param ratio which share of requests fails, or of the time is busy, 0..1
 * @param status the status of a failed request, 400..599
 * @param threads how many threads are busy, 1..256
 */
record Fault(String pathPrefix, long millis, double ratio, int status, int threads) {
  private static final long MOST_MILLIS = 60_000;
  private static final int MOST_THREADS = 256;

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
    if (!(threads >= 1 && threads <= MOST_THREADS)) {
      throw new IllegalArgumentException(
          "threads must be 1 to " + MOST_THREADS + ", but was " + threads);
    }
  }

  /** Its parameters as they are in JSON, those that count for this fault only. */
  Object describe(FaultName name) {
    Map<String, Object> all =
        Map.of(
            "path_prefix", pathPrefix,
            "millis", millis,
            "ratio", ratio,
            "status", status,
            "threads", threads);
    Map<String, Object> relevant = new TreeMap<>(all);
    relevant.keySet().retainAll(name.parameters());
    return relevant.isEmpty() ? "on" : relevant;
  }

  private static Fault of(String pathPrefix, long millis) {
    int cores = Math.min(Runtime.getRuntime().availableProcessors(), MOST_THREADS);
    return new Fault(pathPrefix, millis, 1, 500, cores);
  }

  /** The fault as it is when nothing is said about it. */
  static Fault standard(FaultName name) {
    return switch (name) {
      case SLOW_SEARCH -> of("/api/v1/search/suggestions", 120);
      case DATABASE_SLOW -> of("/", 200);
      case PROVIDER_SLOW -> of("/", 3_000);
      default -> of("/api/", 100);
    };
  }
}
