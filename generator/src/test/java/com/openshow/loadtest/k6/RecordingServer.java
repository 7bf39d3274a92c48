package com.openshow.loadtest.k6;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A backend on loopback that keeps what it was asked, and answers as it is told. */
final class RecordingServer implements AutoCloseable {
  /** What was asked. */
  record Asked(String method, String uri, Map<String, List<String>> headers, String body) {
    String header(String name) {
      return String.join(
          "|",
          headers.entrySet().stream()
              .filter(entry -> entry.getKey().equalsIgnoreCase(name))
              .flatMap(entry -> entry.getValue().stream())
              .toList());
    }
  }

  /** What is answered. */
  record Answer(int status, String body) {}

  private final HttpServer server;
  private final Function<Asked, Answer> answers;
  private final List<Asked> asked = Collections.synchronizedList(new ArrayList<>());

  RecordingServer(Function<Asked, Answer> answers) throws IOException {
    this.answers = answers;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Asked request =
          new Asked(
              exchange.getRequestMethod(),
              exchange.getRequestURI().toString(),
              Map.copyOf(exchange.getRequestHeaders()),
              new String(exchange.getRequestBody().readAllBytes(), UTF_8));
      asked.add(request);
      Answer answer = answers.apply(request);
      byte[] body = answer.body().getBytes(UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.getResponseHeaders().add("Set-Cookie", "a=b");
      boolean isEmpty = body.length == 0 || request.method().equals("HEAD");
      exchange.sendResponseHeaders(answer.status(), isEmpty ? -1 : body.length);
      if (!isEmpty) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  List<Asked> asked() {
    return List.copyOf(asked);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
