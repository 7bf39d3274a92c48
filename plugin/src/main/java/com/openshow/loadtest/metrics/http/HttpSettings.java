package com.openshow.loadtest.metrics.http;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * How a server is asked. Holds no secret, only references to secrets.
 *
 * @param headers go with every request; no two of one name
 * @param timeout of everything that is done for one question, retries included; 100 ms to an hour
 * @param proxy host and port of an HTTP proxy; absent: the JVM's, which {@code jmeter -H} and
 *     {@code -P} set
 */
public record HttpSettings(
    Authentication authentication,
    List<Header> headers,
    Tls tls,
    Duration timeout,
    Optional<HttpProxy> proxy) {
  // Before USUAL, which is checked against them.
  private static final Duration LEAST = Duration.ofMillis(100);
  private static final Duration MOST = Duration.ofHours(1);

  /** Nobody in particular asks, and waits for 30 s. */
  public static final HttpSettings USUAL =
      new HttpSettings(
          new Authentication.None(),
          List.of(),
          Tls.USUAL,
          Duration.ofSeconds(30),
          Optional.empty());

  public HttpSettings {
    headers = List.copyOf(headers);
    Set<String> names = new HashSet<>();
    for (Header header : headers) {
      if (!names.add(header.name().toLowerCase(Locale.ROOT))) {
        throw new IllegalArgumentException("the header " + header.name() + " is given twice");
      }
    }
    if (names.contains("authorization") && !(authentication instanceof Authentication.None)) {
      throw new IllegalArgumentException(
          "give either a header Authorization, or a bearer token or basic authentication");
    }
    if (timeout.compareTo(LEAST) < 0 || timeout.compareTo(MOST) > 0) {
      throw new IllegalArgumentException("timeout must be 100 ms to an hour, but was " + timeout);
    }
  }

  /** The same with another authentication. */
  public HttpSettings with(Authentication other) {
    return new HttpSettings(other, headers, tls, timeout, proxy);
  }

  /** The same with other headers. */
  public HttpSettings with(List<Header> other) {
    return new HttpSettings(authentication, other, tls, timeout, proxy);
  }

  /** The same with another way of https. */
  public HttpSettings with(Tls other) {
    return new HttpSettings(authentication, headers, other, timeout, proxy);
  }

  /** The same with another timeout. */
  public HttpSettings with(Duration other) {
    return new HttpSettings(authentication, headers, tls, other, proxy);
  }

  /** The same through a proxy. */
  public HttpSettings with(HttpProxy other) {
    return new HttpSettings(authentication, headers, tls, timeout, Optional.of(other));
  }
}
