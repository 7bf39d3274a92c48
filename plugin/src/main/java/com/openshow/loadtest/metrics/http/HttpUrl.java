package com.openshow.loadtest.metrics.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** The URL of a server: with http or https, a host, perhaps a path and a query. */
public final class HttpUrl {
  private final URI uri;
  private final String path;

  private HttpUrl(URI uri) {
    this.uri = uri;
    String raw = Objects.requireNonNullElse(uri.getRawPath(), "");
    this.path = raw.endsWith("/") ? raw.substring(0, raw.length() - 1) : raw;
  }

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException when it is none. The message does not repeat the text, in
   *     which a password may stand
   */
  public static HttpUrl parse(String text) {
    URI uri;
    try {
      uri = new URI(text);
    } catch (URISyntaxException e) {
      throw unreadable(e);
    }
    String scheme = Objects.requireNonNullElse(uri.getScheme(), "").toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new IllegalArgumentException("url must begin with http:// or https://");
    }
    if (Objects.requireNonNullElse(uri.getRawAuthority(), "").contains("@")) {
      throw new IllegalArgumentException(
          "url must not hold a user or a password: take them out, and use basic authentication"
              + " with a reference to the password ("
              + SecretReference.GRAMMAR
              + ")");
    }
    if (uri.getHost() == null) {
      throw new IllegalArgumentException("url must name a host: http(s)://host[:port][/path]");
    }
    if (uri.getPort() == 0 || uri.getPort() > 65_535) {
      throw new IllegalArgumentException(
          "the port of url must be 1 to 65535, but was " + uri.getPort());
    }
    if (uri.getRawFragment() != null) {
      throw new IllegalArgumentException("url must not have a fragment (#...)");
    }
    return new HttpUrl(uri);
  }

  private static IllegalArgumentException unreadable(URISyntaxException e) {
    // Neither its message nor e as a cause: both repeat the text.
    return new IllegalArgumentException(
        "url must be http(s)://host[:port][/path], but is no URL (" + e.getReason() + ")");
  }

  /** Its path, as it is written but without a slash at its end. */
  public String path() {
    return path;
  }

  /** Its host. */
  public String host() {
    return uri.getHost();
  }

  /** Whether it is one of https. */
  public boolean isSecure() {
    return "https".equalsIgnoreCase(uri.getScheme());
  }

  /** Its query, as it is written. Not for messages: tokens stand in queries. */
  Optional<String> query() {
    return Optional.ofNullable(uri.getRawQuery()).filter(query -> !query.isEmpty());
  }

  /**
   * A resource below it.
   *
   * @param below a path that begins with a slash, or is empty
   * @param parameters are added to its query
   */
  URI resolve(String below, Parameters parameters) {
    String whole = parameters.appendedTo(query().orElse(""));
    return URI.create(base() + (path + below) + (whole.isEmpty() ? "" : "?" + whole));
  }

  /** A resource below it, for a message: without its query. */
  String text(String below) {
    return base() + path + below;
  }

  private String base() {
    return uri.getScheme() + "://" + uri.getRawAuthority();
  }

  /** For a message: without its query. */
  @Override
  public String toString() {
    return text("");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof HttpUrl url && uri.equals(url.uri);
  }

  @Override
  public int hashCode() {
    return uri.hashCode();
  }
}
