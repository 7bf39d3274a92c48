package com.openshow.loadtest.scenario;

import java.util.List;

/**
 * Which of OpenShow's endpoints need a JWT: what belongs to a user. Signing up, logging in, and
 * discovery are open to everybody.
 */
final class TokenRule {
  private static final List<String> PROTECTED =
      List.of("/api/v1/auth/me", "/api/v1/projects", "/api/v1/payments");

  private TokenRule() {}

  static boolean applies(String path) {
    return PROTECTED.stream()
        .anyMatch(prefix -> path.equals(prefix) || path.startsWith(prefix + "/"));
  }
}
