package com.openshow.loadtest.scenario;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;

/** Where load goes. */
public final class TargetUrl {
  /** What a target looks like, for messages. */
  public static final String RULE =
      "http(s)://host[:port] without user, path or query (a common prefix goes into the"
          + " endpoints' paths)";

  private TargetUrl() {}

  /** The target; empty when {@code text} is none. */
  public static Optional<URI> parse(String text) {
    try {
      URI uri = new URI(text);
      boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      boolean bare =
          uri.getHost() != null
              && uri.getRawUserInfo() == null
              && uri.getRawQuery() == null
              && uri.getRawFragment() == null
              && List.of("", "/").contains(uri.getRawPath());
      return http && bare ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
