package com.openshow.loadtest.k6;

import static com.openshow.loadtest.k6.NodeRun.part;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.openshow.loadtest.data.UniqueType;
import com.openshow.loadtest.k6.RecordingServer.Answer;
import com.openshow.loadtest.k6.RecordingServer.Asked;
import com.openshow.loadtest.scenario.LoadTest;
import com.openshow.loadtest.scenario.Promise;
import com.openshow.loadtest.scenario.read.ScenarioReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a generated script really does: run under node, its requests answered on loopback. */
final class K6RunTest {
  @TempDir private Path folder;

  @Test
  void everyRequestIsMadeAsTheFileDeclaresIt() throws Exception {
    try (RecordingServer server = new RecordingServer(K6RunTest::backend)) {
      JsonNode run =
          run(server, K6ScriptTest.resource("/every-key.json"))
              .of(part("A", 3, 10), part("B", 2, 10), part("S_04_Escrow", 1, 2));
      Map<String, Integer> asked = new TreeMap<>();
      for (Asked one : server.asked()) {
        asked.merge(one.method() + " " + one.uri(), 1, Integer::sum);
        assertThat(one.header("X-Client")).isEqualTo("load test \\ \"q\"");
        assertThat(one.header("Accept")).isEqualTo("application/json");
        assertThat(one.header("Cookie")).isEmpty();
      }
      assertThat(
              asked.remove("GET /api/v1/creators?q=video&verified=true")
                  + asked.remove("GET /api/v1/creators?skill=prompt-engineer"))
          .isEqualTo(6);
      assertThat(asked)
          .isEqualTo(
              Map.of(
                  "GET /api/v1/search/suggestions?q=promp", 4,
                  "GET /api/v1/projects/7", 6,
                  "GET /api/v1/projects/999999999", 2,
                  "GET /api/v1/auth/me", 2,
                  "GET /health", 1,
                  "POST /api/v1/auth/signup", 3,
                  "POST /api/v1/auth/login", 3,
                  "POST /api/v1/projects", 4,
                  "POST /api/v1/payments/escrow/lock", 2,
                  "POST /api/v1/payments/escrow/release", 2));
      Asked lock = last(server, "/api/v1/payments/escrow/lock");
      assertThat(lock.body())
          .isEqualTo("{\"project_id\": 7, \"amount_cents\": 1000, \"currency\": \"EUR\"}");
      assertThat(lock.header("X-Project")).isEqualTo("p-7");
      assertThat(lock.header("Content-Type")).isEqualTo("application/json");
      assertThat(lock.header("Authorization")).isEqualTo("Bearer " + token(1_000));
      assertThat(last(server, "/api/v1/payments/escrow/release").body())
          .isEqualTo("{\"escrow_id\": 9}");
      assertThat(last(server, "/api/v1/projects").body())
          .startsWith("{\"title\": \"Escrow \\\"x\\\" \\\\ é Load test project lt-")
          .endsWith("\", \"description\": \"d\", \"tags\": [\"a\", \"b\"]}");
      assertThat(failures(run)).isZero();
      assertThat(run.findValuesAsText("expected")).containsOnly("true");
      assertThat(run.get("slept").asDouble()).isBetween(22 * 0.05, 22 * 0.15);
    }
  }

  @Test
  void eachPromiseIsAThresholdAndNoneIsKeptBySilence() throws Exception {
    try (RecordingServer server = new RecordingServer(K6RunTest::backend)) {
      String file = K6ScriptTest.resource("/every-key.json");
      JsonNode thresholds = run(server, file).of().get("options").get("thresholds");
      LoadTest test = ScenarioReader.read("s.json", file.getBytes(UTF_8)).loadTest();
      List<Promise> promises =
          test.scenarios().stream().flatMap(one -> Promise.of(test, one).stream()).toList();
      assertThat(promises).hasSizeGreaterThan(15);
      for (Promise promise : promises) {
        String tags =
            "{scenario:"
                + promise.scenario()
                + (promise.label().isEmpty() ? "" : ",name:" + promise.label())
                + ",phase:measured}";
        String target = promise.plainTarget();
        String[] expected =
            switch (promise.indicator()) {
              case "error_rate" -> new String[] {"http_req_failed", "rate<=0.005"};
              case "min_rps" -> new String[] {"http_reqs", "count>=1"};
              case "avg", "max" ->
                  new String[] {"http_req_duration", promise.indicator() + "<=" + target};
              default ->
                  new String[] {
                    "http_req_duration", "p(" + promise.indicator().substring(1) + ")<=" + target
                  };
            };
        assertThat(texts(thresholds.get(expected[0] + tags))).as(tags).contains(expected[1]);
        assertThat(texts(thresholds.get("http_reqs" + tags)))
            .as(tags)
            .anyMatch(text -> text.matches("count>=[1-9]\\d*"));
      }
      // A p99 of fewer than 100 samples says nothing.
      assertThat(
              texts(
                  thresholds.get("http_reqs{scenario:B,name:GET /api/v1/auth/me,phase:measured}")))
          .containsExactly("count>=100");
    }
  }

  @Test
  void afterAnyNumberOfIterationsEachShareIsRightToLessThanOne() throws Exception {
    List<List<Double>> mixes =
        List.of(
            List.of(1.0, 999.0),
            List.of(0.6, 0.4),
            List.of(70.0, 15.0, 15.0),
            List.of(1.5, 2.5, 3.25, 1e-3));
    try (RecordingServer server = new RecordingServer(asked -> new Answer(204, ""))) {
      StringBuilder scenarios = new StringBuilder();
      for (int i = 0; i < mixes.size(); i++) {
        scenarios.append(i == 0 ? "" : ",").append(mix("M" + i, mixes.get(i)));
      }
      JsonNode run =
          run(server, test(scenarios.toString()))
              .of(
                  part("M0", 7, 2500),
                  part("M1", 5, 2500),
                  part("M2", 5, 2500),
                  part("M3", 5, 2500));
      for (int i = 0; i < mixes.size(); i++) {
        assertShares(run, "M" + i, mixes.get(i));
      }
    }
  }

  private static void assertShares(JsonNode run, String scenario, List<Double> weights) {
    double sum = weights.stream().mapToDouble(Double::doubleValue).sum();
    int[] counts = new int[weights.size()];
    int made = 0;
    for (JsonNode request : run.get("requests")) {
      if (request.get("scenario").asText().equals(scenario)) {
        counts[
            Integer.parseInt(
                request.get("tags").get("name").asText().substring("GET /".length()))]++;
        made++;
        for (int i = 0; i < counts.length; i++) {
          assertThat(Math.abs(counts[i] - made * weights.get(i) / sum))
              .as("request %d of %s after %d", i, scenario, made)
              .isLessThan(1);
        }
      }
    }
    assertThat(made).isEqualTo(2500);
  }

  @Test
  void virtualUsersThatTakeTurnsDoNotLockIntoOneRequestEach() throws Exception {
    try (RecordingServer server = new RecordingServer(asked -> new Answer(204, ""))) {
      JsonNode run = run(server, test(mix("M", List.of(1.0, 1.0)))).of(part("M", 2, 1000));
      long firstOfBoth = 0;
      for (int i = 0; i < 1000; i += 2) {
        firstOfBoth +=
            run.get("requests").get(i).get("tags").get("name").asText().equals("GET /0") ? 1 : 0;
      }
      assertThat(firstOfBoth).isBetween(200L, 300L);
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
      UniqueType.PROJECT
          .variables(id)
          .values()
          .forEach(value -> assertThat(bodies.get(1)).contains('"' + value + '"'));
      assertThat(bodies.get(0))
          .matches("\\{\"email\": \"(lt-[a-z0-9-]+@example.com)\", \"password\": \"Lt1!\\1\", .*");
      run.with("RUN_ID", "mine").of(part("D", 1, 1));
      assertThat(server.asked().get(120).body()).contains("lt-mine-1-0@example.com");
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
    try (RecordingServer server = new RecordingServer(K6RunTest::backend)) {
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

  @Test
  void theWarmUpHasAPhaseOfItsOwnAndDurationMakesAllShorter() throws Exception {
    String file =
        test(mix("M", List.of(1.0))).replace("\"defaults\"", "\"warm_up\": \"10s\", \"defaults\"");
    try (RecordingServer server = new RecordingServer(asked -> new Answer(200, ""))) {
      JsonNode run =
          run(server, file)
              .with("DURATION", "30s")
              .of(part("M", 1, 1, 4_999), part("M", 1, 1, 5_000));
      assertThat(run.get("requests").findValuesAsText("phase"))
          .containsExactly("warm_up", "measured");
      assertThat(run.get("options").get("scenarios").get("M").get("duration").asText())
          .isEqualTo("30000ms");
    }
  }

  @Test
  void noTextOfTheFileBecomesCode() throws Exception {
    String hostile = "'\\\\\\\"`$\\u2028</script>😀 \\ud800 */ // \\\\u0027 {x,y}";
    String scenario =
        """
        {"name": "constructor", "type": "Smoke", "target_vus": 1, "target_rps": 1, "endpoints": [
          {"path": "/a", "method": "POST", "weight": 1, "name": "HOSTILE", "note": "HOSTILE",
           "tags": ["HOSTILE"], "headers": {"__proto__": "p", "X-H": "'\\\\"},
           "body": {"__proto__": "HOSTILE"}}]}
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

  private static String test(String scenarios) {
    return auth("\"type\": \"sign_up\"", scenarios);
  }

  private static String auth(String auth, String scenarios) {
    return """
        {"project_name": "p", "test_tool": "t", "staging_url": "http://h", "global_vus": 9,
         "global_duration": "60s", "defaults": {}, "auth": {%s}, "scenarios": [%s]}
        """
        .formatted(auth, scenarios);
  }

  private static String mix(String name, List<Double> weights) {
    StringBuilder endpoints = new StringBuilder();
    for (int i = 0; i < weights.size(); i++) {
      endpoints
          .append(i == 0 ? "" : ", ")
          .append(
              "{\"path\": \"/"
                  + i
                  + "\", \"method\": \"GET\", \"weight\": "
                  + weights.get(i)
                  + "}");
    }
    return "{\"name\": \"%s\", \"type\": \"Smoke\", \"target_vus\": 1, \"target_rps\": 1, \"endpoints\": [%s]}"
        .formatted(name, endpoints);
  }

  private static Answer backend(Asked asked) {
    return switch (asked.method() + " " + asked.uri()) {
      case "POST /api/v1/auth/login" -> new Answer(200, "{\"token\": \"" + token(1_000) + "\"}");
      case "POST /api/v1/projects" -> new Answer(201, "{\"id\": 7}");
      case "POST /api/v1/payments/escrow/lock" -> new Answer(201, "{\"escrow_id\": 9}");
      case "GET /api/v1/projects/999999999" -> new Answer(404, "{}");
      default -> new Answer(200, "{\"id\": 7, \"items\": []}");
    };
  }

  /** A JWT that lives so long. */
  private static String token(int seconds) {
    String claims = "{\"iat\": 1000, \"exp\": " + (1_000 + seconds) + "}";
    return "e30."
        + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(UTF_8))
        + ".c2ln";
  }

  private static long failures(JsonNode run) {
    return StreamSupport.stream(run.get("samples").spliterator(), false)
        .filter(sample -> sample.get("metric").asText().equals("request_failed"))
        .filter(sample -> sample.get("tags").get("phase").asText().equals("measured"))
        .filter(sample -> sample.get("value").asBoolean())
        .count();
  }

  private static Asked last(RecordingServer server, String uri) {
    List<Asked> asked = server.asked().stream().filter(one -> one.uri().equals(uri)).toList();
    return asked.get(asked.size() - 1);
  }

  private static List<String> bodies(RecordingServer server, String end) {
    return server.asked().stream().filter(one -> one.uri().endsWith(end)).map(Asked::body).toList();
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }
}
