package com.openshow.loadtest.metrics.http;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** Says what a status other than 2xx means, and what to do. */
public final class Statuses {
  private static final long MOST_PAUSE_SECONDS = 3600;

  private Statuses() {}

  /** Whether an answer of this status may have what was asked for. */
  public static boolean isSuccess(int status) {
    return status >= 200 && status < 300;
  }

  /**
   * The failure that an answer is.
   *
   * @param answer of a status that is no success
   * @param said what the server says of it itself; may be empty
   */
  public static FetchException failure(HttpAnswer answer, String said) {
    int status = answer.status();
    String what =
        "status " + status + name(status) + (said.isEmpty() ? "" : ": " + Foreign.text(said));
    FetchException failure = failure(answer, status, what);
    return answer
        .header("Retry-After")
        .flatMap(Statuses::seconds)
        .filter(pause -> failure.isPassing())
        .map(pause -> failure.noting(Failures.pause(pause)).after(pause))
        .orElse(failure);
  }

  private static FetchException failure(HttpAnswer answer, int status, String what) {
    return switch (status) {
      case 400 -> FetchException.lasting(what, "correct what is asked for");
      case 401 ->
          FetchException.lasting(
              what,
              "give credentials, or others (bearer token, basic authentication, client certificate);"
                  + " where there are tenants, their header, such as X-Scope-OrgID");
      case 403 ->
          FetchException.lasting(
              what, "the credentials may not read there: have them allowed to, or give others");
      case 404 ->
          FetchException.lasting(
              what, "correct the URL: the server may be below a path, such as /prometheus");
      case 407 ->
          FetchException.lasting(
              what, "the proxy wants credentials: go around it (http.nonProxyHosts)");
      case 408, 429, 500, 502, 503, 504 -> FetchException.passing(what, "see how the server fares");
      case 413, 414, 431 -> FetchException.lasting(what, "make the query shorter");
      default ->
          status >= 300 && status < 400
              ? FetchException.lasting(
                  what + redirection(answer),
                  "give the URL that is meant: credentials are not sent after a redirection")
              : FetchException.lasting(what, "see in the server's log why");
    };
  }

  private static String redirection(HttpAnswer answer) {
    return answer
        .header("Location")
        .map(location -> ", to " + Foreign.text(withoutSecrets(location)))
        .orElse("");
  }

  /** A place without user, password and query. */
  private static String withoutSecrets(String location) {
    try {
      URI uri = URI.create(location);
      String authority = Objects.requireNonNullElse(uri.getRawAuthority(), "");
      String host = authority.substring(authority.lastIndexOf('@') + 1);
      return (uri.getScheme() == null ? "" : uri.getScheme() + ":")
          + (host.isEmpty() ? "" : "//" + host)
          + Objects.requireNonNullElse(uri.getRawPath(), "");
    } catch (IllegalArgumentException e) {
      return "a place that is no URL";
    }
  }

  private static Optional<Duration> seconds(String header) {
    try {
      return Optional.of(Long.parseLong(header.strip()))
          .filter(seconds -> seconds >= 0 && seconds <= MOST_PAUSE_SECONDS)
          .map(Duration::ofSeconds);
    } catch (NumberFormatException e) {
      // A date, which servers seldom send: asked again as without it.
      return Optional.empty();
    }
  }

  private static String name(int status) {
    return switch (status) {
      case 301, 302, 303, 307, 308 -> " (redirection)";
      case 400 -> " (bad request)";
      case 401 -> " (unauthorized)";
      case 403 -> " (forbidden)";
      case 404 -> " (not found)";
      case 405 -> " (method not allowed)";
      case 407 -> " (proxy authentication required)";
      case 413 -> " (content too large)";
      case 414 -> " (URI too long)";
      case 422 -> " (unprocessable)";
      case 429 -> " (too many requests)";
      case 500 -> " (internal server error)";
      case 502 -> " (bad gateway)";
      case 503 -> " (service unavailable)";
      case 504 -> " (gateway timeout)";
      default -> "";
    };
  }
}
