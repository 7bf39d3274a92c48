package com.openshow.loadtest.scenario;

/** The one form of a refusal: rule and value. */
final class Require {
  private Require() {}

  static void that(boolean holds, String rule, Object value) {
    if (!holds) {
      throw new IllegalArgumentException(rule + ", but was " + value);
    }
  }
}
