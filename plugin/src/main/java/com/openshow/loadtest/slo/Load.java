package com.openshow.loadtest.slo;

/**
 * A level of load.
 *
 * @param requestsPerSecond requests that ended, failed ones included
 * @param virtualUsers how many virtual users made them
 */
public record Load(double requestsPerSecond, int virtualUsers) {
  public Load {
    if (!(requestsPerSecond >= 0 && virtualUsers >= 0)) {
      throw new IllegalArgumentException(
          "requests per second and virtual users must be at least 0, but were "
              + requestsPerSecond
              + " and "
              + virtualUsers);
    }
  }
}
