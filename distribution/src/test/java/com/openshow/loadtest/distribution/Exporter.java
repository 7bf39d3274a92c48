package com.openshow.loadtest.distribution;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/** A target for Prometheus: at every scrape its figures are others. */
final class Exporter implements AutoCloseable {
  private final HttpServer server;

  private Exporter(HttpServer server) {
    this.server = server;
  }

  /** Starts one at a free port of the loopback. */
  static Exporter start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    AtomicLong scrapes = new AtomicLong();
    server.createContext(
        "/metrics",
        exchange -> {
          byte[] body = metrics(scrapes.incrementAndGet()).getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    return new Exporter(server);
  }

  private static String metrics(long scrape) {
    return """
    # TYPE load_ratio gauge
    load_ratio{core="0"} %s
    load_ratio{core="1"} %s
    # TYPE work_total counter
    work_total %s
    # TYPE odd gauge
    odd{what="nan"} NaN
    odd{what="infinite"} -Inf
    odd{what="\\"quoted\\", \\\\ and ü"} 1.5e-300
    """
        .formatted(scrape % 7 / 7.0, scrape % 5 / 5.0, scrape * 3);
  }

  /** Its host and port, which is its label instance. */
  String instance() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
