package com.openshow.loadtest.metrics.http;

/**
 * A proxy between this machine and the server.
 *
 * @param host its name or address
 * @param port 1 to 65535
 */
public record HttpProxy(String host, int port) {
  public HttpProxy {
    if (host.isBlank() || host.contains("/") || host.contains("@")) {
      throw new IllegalArgumentException(
          "proxy must be host:port, without http:// and without a user");
    }
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("the port of proxy must be 1 to 65535, but was " + port);
    }
  }
}
