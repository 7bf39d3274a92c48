package com.openshow.loadtest.scenario;

import java.util.List;
import java.util.Optional;

/**
 * How a virtual user gets the JWT it sends as a bearer token.
 *
 * @param type where it comes from
 * @param signupPath where accounts are made
 * @param loginPath where a token is fetched
 * @param tokenPath the JSON path of the token in the login's response
 * @param usersFile a CSV file with the columns email and password
 * @param tokenEnv the environment variable that holds a token
 * @param paths path prefixes whose requests carry it; empty: those of OpenShow
 */
public record Auth(
    Type type,
    String signupPath,
    String loginPath,
    String tokenPath,
    Optional<String> usersFile,
    Optional<String> tokenEnv,
    List<String> paths) {
  /** Where a token comes from. */
  public enum Type {
    /** Each virtual user signs up and logs in. */
    SIGN_UP,
    /** All virtual users log in with the account of two properties. */
    LOGIN,
    /** Each virtual user logs in with an account of a file. */
    USERS_FILE,
    /** One token is given from outside. */
    TOKEN;

    /** The name in a scenario file. */
    public String label() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** What the seed takes for granted. */
  public static final Auth STANDARD =
      new Auth(
          Type.SIGN_UP,
          "/api/v1/auth/signup",
          "/api/v1/auth/login",
          "$.token",
          Optional.empty(),
          Optional.empty(),
          List.of());

  public Auth {
    paths = List.copyOf(paths);
    Require.that(
        type != Type.USERS_FILE || usersFile.isPresent(), "users_file needs usersFile", type);
  }

  /** Whether the request carries the token: it says so itself, or its path does. */
  public boolean appliesTo(Request request) {
    return request.auth().orElseGet(() -> appliesTo(request.path().text()));
  }

  /** Whether the request that deletes carries the token, likewise. */
  public boolean appliesTo(Cleanup cleanup) {
    return cleanup.auth().orElseGet(() -> appliesTo(cleanup.path().text()));
  }

  private boolean appliesTo(String path) {
    if (paths.isEmpty()) {
      return TokenRule.applies(path);
    }
    return paths.stream().anyMatch(prefix -> path.equals(prefix) || path.startsWith(prefix + "/"));
  }
}
