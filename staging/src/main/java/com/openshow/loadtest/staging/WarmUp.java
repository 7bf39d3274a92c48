package com.openshow.loadtest.staging;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Makes the JVM compile what requests need before anybody measures: a second server, with a
 * database of its own that is thrown away, is sent real requests for a moment.
 */
final class WarmUp {
  /** A slow machine starts within this time too, if less warm. */
  private static final Duration LONGEST = Duration.ofMillis(1_500);

  private static final int MOST_ROUNDS = 300;
  private static final int READS_A_ROUND = 10;

  private WarmUp() {}

  static void run() throws IOException {
    Settings defaults = Settings.defaults();
    Settings scratch =
        new Settings(
            "127.0.0.1",
            0,
            defaults.database(),
            defaults.tokenTtl(),
            defaults.breakerOpenWait(),
            defaults.breakerHalfOpenCalls(),
            List.of(),
            Optional.empty());
    try (StagingServer server = StagingServer.start(scratch, Clock.systemUTC());
        WarmUpClient client = new WarmUpClient(server.port())) {
      long end = System.nanoTime() + LONGEST.toNanos();
      for (int i = 0; i < MOST_ROUNDS && System.nanoTime() < end; i++) {
        round(client, i);
      }
    }
  }

  private static void round(WarmUpClient client, int number) throws IOException {
    String account = "{\"email\":\"w" + number + "@example.com\",\"password\":\"warm-up\"}";
    client.post("/api/v1/auth/signup", "", account);
    String token = value(client.post("/api/v1/auth/login", "", account), "token");
    String project =
        value(
            client.post(
                "/api/v1/projects",
                token,
                "{\"title\":\"t\",\"description\":\"d\",\"tags\":[\"x\"]}"),
            "id");
    if (number % READS_A_ROUND == 0) {
      String escrow =
          value(
              client.post(
                  "/api/v1/payments/escrow/lock",
                  token,
                  "{\"project_id\":" + project + ",\"amount_cents\":1,\"currency\":\"EUR\"}"),
              "escrow_id");
      client.post("/api/v1/payments/escrow/release", token, "{\"escrow_id\":" + escrow + "}");
    }
    for (int i = 0; i < READS_A_ROUND; i++) {
      client.get("/api/v1/projects", token);
      client.get("/api/v1/projects/" + project, token);
      client.get("/api/v1/auth/me", token);
      // A question of its own each time goes past the cache, the same one through it.
      client.get("/api/v1/creators?q=video&limit=" + (1 + i), token);
      client.get("/api/v1/search/suggestions?q=p" + (i == 0 ? number : ""), token);
    }
  }

  private static String value(String json, String field) {
    return json.replaceFirst(".*\"" + field + "\":\"?([^\",}]+).*", "$1");
  }
}
