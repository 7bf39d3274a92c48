package com.openshow.loadtest.scenario;

import java.util.regex.Pattern;

/** Labels as part of JMeter property names. */
public final class PropertyName {
  private static final Pattern OTHERS = Pattern.compile("[^A-Za-z0-9.-]+");
  private static final Pattern ENDS = Pattern.compile("^_|_$");

  private PropertyName() {}

  /** {@code "GET /api/v1/creators"} becomes {@code "GET_api_v1_creators"}. */
  public static String of(String label) {
    return ENDS.matcher(OTHERS.matcher(label).replaceAll("_")).replaceAll("");
  }
}
