package com.openshow.loadtest.staging;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Makes the JVM compile what requests need before anybody measures: a second server, with a
 * database of its own that is thrown away, is sent real requests for a moment.
 */
final class WarmUp {
  private static final int ROUNDS = 400;

  private WarmUp() {}

  static void run() throws IOException {
    Settings defaults = Settings.defaults();
    Settings scratch =
        new Settings(
            defaults.host(),
            0,
            defaults.database(),
            defaults.tokenTtl(),
            defaults.breakerOpenWait(),
            List.of(),
            Optional.empty());
    try (StagingServer server = StagingServer.start(scratch, Clock.systemUTC())) {
      requests("http://" + defaults.host() + ":" + server.port());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void requests(String base) throws IOException, InterruptedException {
    HttpClient client = HttpClient.newHttpClient();
    for (int i = 0; i < ROUNDS; i++) {
      String account = "{\"email\":\"w" + i + "@example.com\",\"password\":\"warm-up\"}";
      send(client, base + "/api/v1/auth/signup", "", account);
      String login = send(client, base + "/api/v1/auth/login", "", account);
      String token = login.replaceFirst(".*\"token\":\"([^\"]+)\".*", "$1");
      String project = "{\"title\":\"t\",\"description\":\"d\",\"tags\":[\"x\"]}";
      send(client, base + "/api/v1/projects", token, project);
      for (String path :
          List.of(
              "/api/v1/projects",
              "/api/v1/auth/me",
              "/api/v1/creators?q=video",
              "/api/v1/search/suggestions?q=p")) {
        send(client, base + path, token, "");
      }
    }
  }

  private static String send(HttpClient client, String url, String token, String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url))
            .timeout(Duration.ofSeconds(10))
            .header("Authorization", "Bearer " + token);
    HttpRequest built =
        body.isEmpty()
            ? request.build()
            : request.POST(HttpRequest.BodyPublishers.ofString(body)).build();
    HttpResponse<String> response = client.send(built, HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() >= 400) {
      throw new IllegalStateException(url + " answered " + response.statusCode());
    }
    return response.body();
  }
}
