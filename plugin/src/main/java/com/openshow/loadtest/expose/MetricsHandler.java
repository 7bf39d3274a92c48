package com.openshow.loadtest.expose;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.config.ExporterProperties;
import io.prometheus.metrics.config.PrometheusProperties;
import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.ExpositionFormats;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One answer: in the form that is asked for, which is protocol buffers where somebody wants native
 * histograms.
 */
final class MetricsHandler implements HttpHandler {
  private static final Logger LOG = LoggerFactory.getLogger(MetricsHandler.class);
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;
  private static final int METHOD_NOT_ALLOWED = 405;
  private static final int INTERNAL_ERROR = 500;
  private static final int NO_BODY = -1;

  private final RunMetrics metrics;
  private final MetricsServer.Source source;
  // Not those that the library would look for in files, the environment and system properties.
  private final ExpositionFormats formats =
      ExpositionFormats.init(
          PrometheusProperties.builder()
              .exporterProperties(ExporterProperties.builder().build())
              .build());

  MetricsHandler(RunMetrics metrics, MetricsServer.Source source) {
    this.metrics = metrics;
    this.source = source;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String method = exchange.getRequestMethod();
      if (!exchange.getRequestURI().getPath().equals(MetricsServer.PATH)) {
        say(exchange, NOT_FOUND, "The metrics are at " + MetricsServer.PATH + "\n");
      } else if (!method.equals("GET") && !isHead(exchange)) {
        exchange.getResponseHeaders().set("Allow", "GET, HEAD");
        say(exchange, METHOD_NOT_ALLOWED, "Only GET and HEAD are answered\n");
      } else {
        answer(exchange);
      }
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    String accept = header(exchange, "Accept");
    boolean zipped = header(exchange, "Accept-Encoding").toLowerCase(Locale.ROOT).contains("gzip");
    ExpositionFormatWriter writer = formats.findWriter(accept);
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    RunState state;
    try (OutputStream into = zipped ? new GZIPOutputStream(body) : body) {
      state = source.state();
      writer.write(into, metrics.of(state), EscapingScheme.fromAcceptHeader(accept));
    } catch (RuntimeException | LinkageError e) {
      LOG.error("The run goes on, but its metrics cannot be shown", e);
      say(exchange, INTERNAL_ERROR, "The metrics cannot be shown; the log says why\n");
      return;
    }
    exchange.getResponseHeaders().set("Content-Type", writer.getContentType());
    if (zipped) {
      exchange.getResponseHeaders().set("Content-Encoding", "gzip");
    }
    send(exchange, OK, body.toByteArray());
    if (!isHead(exchange)) {
      source.answered(state);
    }
  }

  private static String header(HttpExchange exchange, String name) {
    return Objects.toString(exchange.getRequestHeaders().getFirst(name), "");
  }

  private static boolean isHead(HttpExchange exchange) {
    return exchange.getRequestMethod().equals("HEAD");
  }

  private static void say(HttpExchange exchange, int status, String text) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
    send(exchange, status, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    if (isHead(exchange)) {
      exchange.sendResponseHeaders(status, NO_BODY);
      return;
    }
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.getResponseBody().close();
  }
}
