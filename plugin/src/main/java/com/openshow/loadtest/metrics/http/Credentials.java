package com.openshow.loadtest.metrics.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the references to secrets stand for. */
final class Credentials {
  /** What is shorter would be found in every other word. */
  private static final int LEAST_MASKED = 3;

  private final Map<String, String> headers = new LinkedHashMap<>();
  private final List<String> secrets = new ArrayList<>();
  private final SecretLookup lookup;

  private Credentials(SecretLookup lookup) {
    this.lookup = lookup;
  }

  /**
   * @param problems take in what is wrong
   */
  static Credentials find(HttpSettings settings, SecretLookup lookup, List<String> problems) {
    Credentials credentials = new Credentials(lookup);
    for (Header header : settings.headers()) {
      if (header instanceof Header.Secret hidden) {
        credentials
            .secret(hidden.value(), "header " + hidden.name(), problems)
            .ifPresent(value -> credentials.headers.put(hidden.name(), value));
      } else {
        credentials.headers.put(header.name(), ((Header.Plain) header).value());
      }
    }
    if (settings.authentication() instanceof Authentication.Bearer bearer) {
      credentials
          .secret(bearer.token(), "bearer token", problems)
          .ifPresent(token -> credentials.headers.put("Authorization", "Bearer " + token));
    } else if (settings.authentication() instanceof Authentication.Basic basic) {
      credentials
          .secret(basic.password(), "password of basic authentication", problems)
          .ifPresent(password -> credentials.basic(basic.user(), password));
    }
    return credentials;
  }

  private void basic(String user, String password) {
    String encoded =
        Base64.getEncoder()
            .encodeToString((user + ':' + password).getBytes(StandardCharsets.UTF_8));
    secrets.add(encoded);
    headers.put("Authorization", "Basic " + encoded);
  }

  /**
   * One secret, which is masked from now on.
   *
   * @param what it is, for a message
   */
  Optional<String> secret(SecretReference reference, String what, List<String> problems) {
    try {
      String secret = lookup.find(reference);
      secrets.add(secret);
      return Optional.of(secret);
    } catch (IllegalArgumentException e) {
      problems.add(what + ": " + e.getMessage());
      return Optional.empty();
    }
  }

  /** Go with each request. */
  Map<String, String> headers() {
    return headers;
  }

  /** The text with every secret in it made unreadable. */
  String mask(String text) {
    String masked = text;
    for (String secret : secrets) {
      if (secret.length() >= LEAST_MASKED) {
        masked = masked.replace(secret, "[secret]");
      }
    }
    return masked;
  }

  /** Says nothing of them. */
  @Override
  public String toString() {
    return "Credentials";
  }
}
