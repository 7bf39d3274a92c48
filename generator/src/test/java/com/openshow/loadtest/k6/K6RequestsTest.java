package com.openshow.loadtest.k6;

import static com.openshow.loadtest.k6.Fixtures.failures;
import static com.openshow.loadtest.k6.Fixtures.last;
import static com.openshow.loadtest.k6.Fixtures.test;
import static com.openshow.loadtest.k6.Fixtures.token;
import static com.openshow.loadtest.k6.NodeRun.part;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.openshow.loadtest.k6.RecordingServer.Answer;
import com.openshow.loadtest.k6.RecordingServer.Asked;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a generated script asks under node, answered on loopback, and how it takes answers. */
final class K6RequestsTest {
  private static final List<String> CREATORS =
      List.of("/api/v1/creators?q=video&verified=true", "/api/v1/creators?skill=prompt-engineer");

  @TempDir private Path folder;

  @Test
  void everyRequestIsMadeAsTheFileDeclaresIt() throws Exception {
    try (RecordingServer server = new RecordingServer(Fixtures::backend)) {
      JsonNode run =
          run(server, K6ScriptTest.resource("/every-key.json"))
              .of(part("A", 3, 10), part("B", 2, 10), part("S_04_Escrow", 1, 2));
      Map<String, Integer> asked = new TreeMap<>();
      for (Asked one : server.asked()) {
        String uri = CREATORS.contains(one.uri()) ? "one of the creators" : one.uri();
        asked.merge(one.method() + " " + uri, 1, Integer::sum);
        assertThat(one.header("X-Client")).isEqualTo("load test \\ \"q\"");
        assertThat(one.header("Accept")).isEqualTo("application/json");
        assertThat(one.header("Cookie")).isEmpty();
      }
      assertThat(asked)
          .isEqualTo(
              Map.ofEntries(
                  entry("GET one of the creators", 6),
                  entry("GET /api/v1/search/suggestions?q=promp", 4),
                  entry("GET /api/v1/projects/7", 6),
                  entry("GET /api/v1/projects/999999999", 2),
                  entry("GET /api/v1/auth/me", 2),
                  entry("GET /health", 1),
                  entry("POST /api/v1/auth/signup", 3),
                  entry("POST /api/v1/auth/login", 3),
                  entry("POST /api/v1/projects", 4),
                  entry("POST /api/v1/payments/escrow/lock", 2),
                  entry("POST /api/v1/payments/escrow/release", 2)));
      Asked lock = last(server, "/api/v1/payments/escrow/lock");
      assertThat(lock.body())
          .isEqualTo("{\"project_id\": 7, \"amount_cents\": 1000, \"currency\": \"EUR\"}");
      assertThat(lock.header("X-Project")).isEqualTo("p-7");
      assertThat(lock.header("Content-Type")).isEqualTo("application/json");
      assertThat(lock.header("Authorization")).isEqualTo("Bearer " + token(1_000));
      assertThat(last(server, "/api/v1/payments/escrow/release").body())
          .isEqualTo("{\"escrow_id\": 9, \"note\": \"of 7 \\\\ é\"}\n");
      assertThat(last(server, "/api/v1/projects").body())
          .startsWith("{\"title\": \"Escrow \\\"x\\\" \\\\ é Load test project lt-")
          .endsWith("\", \"description\": \"d\", \"tags\": [\"a\", \"b\"]}");
      assertThat(failures(run)).isZero();
      assertThat(run.findValuesAsText("expected")).containsOnly("true");
      assertThat(run.get("slept").asDouble()).isBetween(22 * 0.05, 22 * 0.15);
    }
  }

  @Test
  void aFailedStepEndsTheFlowAndCountsOnce() throws Exception {
    String flow =
        """
        {"name": "F", "type": "Smoke", "target_vus": 1, "target_rps": 1, "flow": [
          {"path": "/a", "method": "GET", "extract": {"x": {"json": "$.items[-1]['my id']"}}},
          {"path": "/b/{x}", "method": "GET", "params": ["q={x}&r=1"]},
          {"path": "/c", "method": "GET"}]}
        """;
    try (RecordingServer server =
        new RecordingServer(
            asked ->
                asked.uri().equals("/a")
                    ? new Answer(200, "{\"items\": [{}, {\"my id\": \"a/b c\"}]}")
                    : new Answer(500, ""))) {
      JsonNode run = run(server, test(flow)).of(part("F", 1, 3));
      assertThat(server.asked().stream().map(Asked::uri))
          .containsExactly(
              "/a",
              "/b/a%2Fb%20c?q=a%2Fb+c&r=1",
              "/a",
              "/b/a%2Fb%20c?q=a%2Fb+c&r=1",
              "/a",
              "/b/a%2Fb%20c?q=a%2Fb+c&r=1");
      assertThat(failures(run)).isEqualTo(3);
      assertThat(run.findValuesAsText("expected"))
          .containsExactly("true", "false", "true", "false", "true", "false");
    }
  }

  @Test
  void anAnswerIsHeldAgainstAllThatIsExpected() throws Exception {
    String flow =
        """
        {"name": "F", "type": "Smoke", "target_vus": 1, "target_rps": 1, "endpoints": [
          {"path": "/a", "method": "GET", "weight": 1,
           "expect": {"status": [404, 410], "max_bytes": 20, "json": [
             {"path": "$.n", "equals": 1.5}, {"path": "$.list[*].id", "equals": "é"},
             {"path": "$.none"}, {"path": "$"}]},
           "extract": {"h": {"header": "content-type"}, "r": {"regex": "(?i)N\\":(\\\\d)"}}}]}
        """;
    String body = "{\"n\":1.5,\"list\":[{\"id\":1},{\"id\":\"é\"}]}";
    try (RecordingServer server = new RecordingServer(asked -> new Answer(404, body))) {
      JsonNode run = run(server, test(flow)).of(part("F", 1, 1));
      Map<String, Boolean> checks = new TreeMap<>();
      run.get("checks")
          .forEach(one -> checks.put(one.get("name").asText(), one.get("holds").asBoolean()));
      assertThat(checks)
          .isEqualTo(
              Map.of(
                  "status is 404 or 410", true,
                  "$.n is 1.5", true,
                  "$.list[*].id is é", true,
                  "$.none is there", false,
                  "$ is there", true,
                  "body has at most 20 bytes", false,
                  "h was found", true,
                  "r was found", true));
      assertThat(run.findValuesAsText("expected")).containsExactly("true");
      assertThat(failures(run)).isEqualTo(1);
    }
  }

  @Test
  void noTextOfTheFileBecomesCode() throws Exception {
    String hostile = "'\\\\\\\"`$\\u2028</script>😀 */ // \\\\u0027 {x,y}";
    String scenario =
        """
        {"name": "constructor", "type": "Smoke", "target_vus": 1, "target_rps": 1, "endpoints": [
          {"path": "/a", "method": "POST", "weight": 1, "name": "HOSTILE", "note": "HOSTILE",
           "tags": ["HOSTILE"], "headers": {"__proto__": "p", "X-H": "'\\\\"},
           "body": {"__proto__": "HOSTILE\\ud800"}}]}
        """
            .replace("HOSTILE", hostile);
    try (RecordingServer server = new RecordingServer(asked -> new Answer(200, ""))) {
      JsonNode run = run(server, test(scenario)).of(part("constructor", 1, 1));
      Asked asked = server.asked().get(0);
      assertThat(asked.header("X-H")).isEqualTo("'\\");
      assertThat(asked.header("__proto__")).isEqualTo("p");
      assertThat(asked.body()).startsWith("{\"__proto__\": \"'\\\\\\\"`$\u2028</script>😀 ");
      String name = run.get("requests").get(0).get("tags").get("name").asText();
      assertThat(name).startsWith("`\\``$\u2028</script>😀 ").endsWith("{x;y}");
      assertThat(NodeRun.script(test(scenario)).text()).doesNotContain("</script>", "\u2028");
    }
  }

  private NodeRun run(RecordingServer server, String scenarios) throws Exception {
    return new NodeRun(folder, scenarios).with("TARGET_URL", server.url() + "/");
  }
}
