package com.openshow.loadtest.distribution;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands before a Prometheus, at a free port of the loopback. */
final class Gateway implements AutoCloseable {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  /** Its parameters that are times, in seconds since 1970. */
  private static final Pattern TIME = Pattern.compile("(?<=\\b(start|end|time)=)[0-9.]+");

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  private Gateway(Deed deed) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", exchange -> answer(exchange, deed));
    server.start();
  }

  /** How a question is answered. */
  interface Deed {
    void answer(HttpExchange exchange) throws IOException, InterruptedException;
  }

  private static void answer(HttpExchange exchange, Deed deed) throws IOException {
    try (exchange) {
      deed.answer(exchange);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** One that begins to answer, and goes on for ever, a byte now and then. */
  static Gateway endless() throws IOException {
    return new Gateway(
        exchange -> {
          begin(exchange);
          while (true) {
            exchange.getResponseBody().write(' ');
            exchange.getResponseBody().flush();
            TimeUnit.MILLISECONDS.sleep(100);
          }
        });
  }

  /** One whose answer is a gigabyte of series. */
  static Gateway huge() throws IOException {
    byte[] series =
        "{\"metric\":{\"a\":\"%s\"},\"values\":[]},"
            .formatted("x".repeat(10_000))
            .getBytes(StandardCharsets.UTF_8);
    return new Gateway(
        exchange -> {
          begin(exchange);
          OutputStream out = exchange.getResponseBody();
          out.write(
              "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":["
                  .getBytes(StandardCharsets.UTF_8));
          for (int i = 0; i < 100_000; i++) {
            out.write(series);
          }
        });
  }

  private static void begin(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, 0);
  }

  /** One that says the same to everything. */
  static Gateway saying(int status, String text) throws IOException {
    return new Gateway(exchange -> send(exchange, status, text));
  }

  /** One that hands on, and complains that not all of the data were there. */
  static Gateway complaining(Prometheus behind, String warning) throws IOException {
    return new Gateway(
        exchange -> {
          ObjectNode answer = asked(exchange, behind, 0);
          answer.putArray("warnings").add(warning);
          send(exchange, 200, answer.toString());
        });
  }

  /**
   * One that hands on to a Prometheus what comes with the right credentials; it tells others, and
   * what they came with, that they are unauthorized.
   *
   * @param authorization the header that it asks for
   */
  static Gateway guarded(Prometheus behind, String authorization) throws IOException {
    return new Gateway(
        exchange -> {
          String given = exchange.getRequestHeaders().getFirst("Authorization");
          if (authorization.equals(given)) {
            handOn(exchange, behind, 0);
          } else {
            exchange.getResponseHeaders().set("X-You-Came-With", String.valueOf(given));
            send(exchange, 401, "{\"status\":\"error\",\"error\":\"not good: " + given + "\"}");
          }
        });
  }

  /** One that makes a Prometheus look as if its clock were wrong. */
  static Gateway ahead(Prometheus behind, int seconds) throws IOException {
    return new Gateway(exchange -> handOn(exchange, behind, seconds));
  }

  private static void handOn(HttpExchange exchange, Prometheus behind, int aheadSeconds)
      throws IOException, InterruptedException {
    send(exchange, 200, asked(exchange, behind, aheadSeconds).toString());
  }

  /** What a Prometheus answers that is asked the same. */
  private static ObjectNode asked(HttpExchange exchange, Prometheus behind, int aheadSeconds)
      throws IOException, InterruptedException {
    String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(behind.url() + exchange.getRequestURI().getPath()))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(moved(form, -aheadSeconds)))
            .build();
    HttpResponse<String> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    ObjectNode answer = (ObjectNode) JSON.readTree(response.body());
    if (aheadSeconds != 0) {
      // Of a scalar, such as time(), the value is a time, too.
      move(answer.at("/data"), aheadSeconds, form.contains("query=time"));
    }
    return answer;
  }

  private static String moved(String form, int seconds) {
    return TIME.matcher(form)
        .replaceAll(
            time ->
                Matcher.quoteReplacement(
                    new BigDecimal(time.group()).add(BigDecimal.valueOf(seconds)).toPlainString()));
  }

  /** Moves the times of all pairs of time and value. */
  private static void move(JsonNode node, int seconds, boolean isTime) {
    if (node instanceof ArrayNode pair && pair.size() == 2 && pair.get(0).isNumber()) {
      pair.set(0, pair.get(0).decimalValue().add(BigDecimal.valueOf(seconds)));
      if (isTime) {
        String later =
            new BigDecimal(pair.get(1).asText()).add(BigDecimal.valueOf(seconds)).toPlainString();
        pair.set(1, later);
      }
      return;
    }
    for (JsonNode child : node) {
      move(child, seconds, isTime);
    }
  }

  private static void send(HttpExchange exchange, int status, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Those who still wait for an answer get none. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
