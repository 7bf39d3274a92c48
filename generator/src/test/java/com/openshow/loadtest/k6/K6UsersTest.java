package com.openshow.loadtest.k6;

import static com.openshow.loadtest.k6.Fixtures.auth;
import static com.openshow.loadtest.k6.Fixtures.bodies;
import static com.openshow.loadtest.k6.Fixtures.failures;
import static com.openshow.loadtest.k6.Fixtures.last;
import static com.openshow.loadtest.k6.Fixtures.mix;
import static com.openshow.loadtest.k6.Fixtures.test;
import static com.openshow.loadtest.k6.Fixtures.token;
import static com.openshow.loadtest.k6.NodeRun.part;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.openshow.loadtest.data.UniqueProject;
import com.openshow.loadtest.k6.RecordingServer.Answer;
import com.openshow.loadtest.k6.RecordingServer.Asked;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who the virtual users of a generated script are, and what data they make. */
final class K6UsersTest {
  @TempDir private Path folder;

  @Test
  void uniqueValuesAreThoseOfThePlansAndNobodyHasOneTwice() throws Exception {
    String data =
        """
        {"name": "D", "type": "Smoke", "target_vus": 1, "target_rps": 1, "flow": [
          {"path": "/e", "method": "POST", "data_type": "unique_email"},
          {"path": "/p", "method": "POST", "data_type": "unique_project"}]}
        """;
    try (RecordingServer server = new RecordingServer(asked -> new Answer(200, ""))) {
      NodeRun run = run(server, test(data));
      run.of(part("D", 3, 30));
      run.of(part("D", 3, 30));
      List<String> bodies = server.asked().stream().map(Asked::body).toList();
      assertThat(bodies).hasSize(120).doesNotHaveDuplicates();
      String id = bodies.get(1).replaceFirst(".*(lt-[a-z0-9-]+)\", \"tags.*", "$1");
      assertThat(id).matches("lt-[a-z0-9]{22}-1-1");
      UniqueProject.of(id)
          .values()
          .forEach(value -> assertThat(bodies.get(1)).contains('"' + value + '"'));
      assertThat(bodies.get(0))
          .matches("\\{\"email\": \"(lt-[a-z0-9-]+@example.com)\", \"password\": \"Lt1!\\1\", .*");
      run.with("RUN_ID", "mine").of(part("D", 1, 1));
      assertThat(server.asked().get(120).body()).contains("lt-mine-1-0@example.com");
    }
  }

  @Test
  void everyTypeOfUniqueValueHasItsForm() throws Exception {
    String data =
        """
        {"name": "D", "type": "Smoke", "target_vus": 3, "target_rps": 1, "flow": [
          {"path": "/e", "method": "POST", "body": [
            {"unique": "email", "var": "a", "domain": "mail.example.org", "max_length": 45},
            {"unique": "username", "max_length": 30}, {"unique": "id"},
            {"unique": "id", "format": "ulid", "var": "b"},
            {"unique": "id", "format": "sequence", "var": "c"},
            {"unique": "phone", "range": "+4915199######"},
            {"unique": "pattern", "pattern": "I{{{yyyy}-{seq:8}}}-{id}"}, "<{b}>"]}]}
        """;
    try (RecordingServer server = new RecordingServer(asked -> new Answer(200, ""))) {
      run(server, test(data)).of(part("D", 3, 60));
      List<String> bodies = server.asked().stream().map(Asked::body).toList();
      assertThat(bodies)
          .hasSize(60)
          .allMatch(
              body ->
                  body.matches(
                      "\\[\"lt-[a-z0-9-]+@mail.example.org\", \"lt[a-z0-9]{13,28}\","
                          + " \"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\","
                          + " \"([0-7][0-9A-HJKMNP-TV-Z]{25})\", \"[1-8][0-9]{18}\","
                          + " \"\\+4915199[0-9]{6}\","
                          + " \"I\\{20[0-9]{2}-[0-9]{8}}-[a-z0-9]{13}\", \"<\\1>\"]"));
      for (int i = 0; i < 7; i++) {
        int column = i;
        assertThat(bodies.stream().map(body -> body.split(", ", -1)[column]))
            .as("value %d", i)
            .doesNotHaveDuplicates();
      }
      NodeRun tight =
          new NodeRun(
              Files.createDirectory(folder.resolve("tight")),
              test(data.replace("\"max_length\": 45", "\"max_length\": 35")));
      assertThat(tight.refusal(part("D", 1, 1)))
          .contains("D: unique email has max_length 35, and needs 43 in k6");
    }
  }

  @Test
  void aTokenIsRenewedBeforeItIsTooOldAndAfterA401() throws Exception {
    String scenario =
        """
        {"name": "T", "type": "Smoke", "target_vus": 1, "target_rps": 1, "endpoints": [
          {"path": "/api/v1/auth/me", "method": "GET", "weight": 1}]}
        """;
    // A token that has no life left is too old at once.
    assertThat(logins(test(scenario), 0, 200)).isEqualTo(4);
    assertThat(logins(test(scenario), 1_000, 200)).isEqualTo(1);
    assertThat(logins(test(scenario), 1_000, 401)).isEqualTo(4);
  }

  private long logins(String file, int seconds, int status) throws Exception {
    Path own = Files.createTempDirectory(folder, "run");
    try (RecordingServer server =
        new RecordingServer(
            asked ->
                asked.uri().endsWith("login")
                    ? new Answer(200, "{\"token\": \"" + token(seconds) + "\"}")
                    : new Answer(asked.uri().endsWith("me") ? status : 201, ""))) {
      new NodeRun(own, file).with("TARGET_URL", server.url()).of(part("T", 1, 4));
      assertThat(server.asked().stream().filter(one -> one.uri().endsWith("signup"))).hasSize(1);
      return server.asked().stream().filter(one -> one.uri().endsWith("login")).count();
    }
  }

  @Test
  void whoCannotSignInFailsTheRun() throws Exception {
    String scenario =
        """
        {"name": "T", "type": "Smoke", "target_vus": 1, "target_rps": 1, "endpoints": [
          {"path": "/api/v1/auth/me", "method": "GET", "weight": 1}]}
        """;
    try (RecordingServer server = new RecordingServer(asked -> new Answer(503, ""))) {
      JsonNode run = run(server, test(scenario)).of(part("T", 1, 2));
      assertThat(server.asked()).hasSize(2).allMatch(one -> one.uri().endsWith("signup"));
      assertThat(failures(run)).isEqualTo(2);
    }
  }

  @Test
  void accountsAndTokensComeFromOutside() throws Exception {
    String scenarios = mix("T", List.of(1.0)).replace("\"method\"", "\"auth\": true, \"method\"");
    try (RecordingServer server = new RecordingServer(Fixtures::backend)) {
      NodeRun file =
          new NodeRun(
                  Files.createDirectory(folder.resolve("file")),
                  auth("\"type\": \"users_file\", \"users_file\": \"users.csv\"", scenarios))
              .with("TARGET_URL", server.url());
      Files.writeString(
          folder.resolve("file/users.csv"), "email,password\na@x,\"p,\"\"1\"\nb@x,p2\r\n");
      file.of(part("T", 3, 3));
      assertThat(bodies(server, "login"))
          .containsExactly(
              "{\"email\":\"a@x\",\"password\":\"p,\\\"1\"}",
              "{\"email\":\"b@x\",\"password\":\"p2\"}",
              "{\"email\":\"a@x\",\"password\":\"p,\\\"1\"}");

      NodeRun login =
          new NodeRun(
                  Files.createDirectory(folder.resolve("login")),
                  auth("\"type\": \"login\"", scenarios))
              .with("TARGET_URL", server.url());
      assertThat(login.refusal()).contains("set LOADTEST_EMAIL and LOADTEST_PASSWORD");
      login.with("LOADTEST_EMAIL", "c@x").with("LOADTEST_PASSWORD", "p3").of(part("T", 1, 1));
      assertThat(bodies(server, "login"))
          .hasSize(4)
          .last()
          .isEqualTo("{\"email\":\"c@x\",\"password\":\"p3\"}");

      NodeRun token =
          new NodeRun(
                  Files.createDirectory(folder.resolve("token")),
                  auth("\"type\": \"token\", \"token_env\": \"OPENSHOW_TOKEN\"", scenarios))
              .with("TARGET_URL", server.url());
      assertThat(token.refusal()).contains("set LOADTEST_TOKEN or OPENSHOW_TOKEN");
      token.with("OPENSHOW_TOKEN", "given").of(part("T", 1, 1));
      assertThat(last(server, "/0").header("Authorization")).isEqualTo("Bearer given");
    }
  }

  private NodeRun run(RecordingServer server, String scenarios) throws Exception {
    return new NodeRun(folder, scenarios).with("TARGET_URL", server.url() + "/");
  }
}
