package com.openshow.loadtest.metrics.http;

/** How requests say who sends them. */
public sealed interface Authentication {
  /** They do not. */
  record None() implements Authentication {}

  /** By a token. */
  record Bearer(SecretReference token) implements Authentication {}

  /**
   * By a user and a password.
   *
   * @param user without a colon, as HTTP demands
   */
  record Basic(String user, SecretReference password) implements Authentication {
    public Basic {
      if (user.isEmpty() || user.contains(":") || user.chars().anyMatch(Character::isISOControl)) {
        throw new IllegalArgumentException(
            "the user of basic authentication must be one line of text without a colon");
      }
    }
  }
}
