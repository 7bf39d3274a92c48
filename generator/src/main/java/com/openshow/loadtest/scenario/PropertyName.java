package com.openshow.loadtest.scenario;

/** Labels as part of JMeter property names. */
public final class PropertyName {
  private PropertyName() {}

  /** {@code "GET /api/v1/creators"} becomes {@code "GET_api_v1_creators"}. */
  public static String of(String label) {
    return label.replaceAll("[^A-Za-z0-9.-]+", "_").replaceAll("^_|_$", "");
  }
}
