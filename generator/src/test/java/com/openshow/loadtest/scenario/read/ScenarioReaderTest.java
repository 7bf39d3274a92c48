package com.openshow.loadtest.scenario.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openshow.loadtest.scenario.Endpoint;
import com.openshow.loadtest.scenario.LoadTest;
import com.openshow.loadtest.scenario.LoadType;
import com.openshow.loadtest.scenario.Request;
import com.openshow.loadtest.scenario.Scenario;
import com.openshow.loadtest.scenario.SloKey;
import com.openshow.loadtest.scenario.Stage;
import com.openshow.loadtest.scenario.Template;
import com.openshow.loadtest.scenario.UniqueValue;
import com.openshow.loadtest.scenario.Work;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ScenarioReaderTest {
  private static final long SEED = 20_261_124;
  private static final int MUTANTS = 10_000;

  @Test
  void theSeedsFileIsReadWithoutErrorAndWithAWarningOfItsVus() throws Exception {
    ReadResult result = ScenarioReader.read("s.json", seed());

    LoadTest test = result.loadTest();
    assertThat(test.projectName()).isEqualTo("OpenShow AI Creator Collaboration");
    assertThat(test.stagingUrl()).hasToString("https://api.staging.openshow.com");
    assertThat(test.globalDuration()).isEqualTo(Duration.ofMinutes(10));
    assertThat(test.scenarios()).extracting(Scenario::targetVus).containsExactly(150, 50, 10);
    assertThat(test.scenarios())
        .extracting(Scenario::type)
        .containsExactly(LoadType.SPIKE_STRESS, LoadType.LOAD_SOAK, LoadType.CONTENTION_STRESS);
    assertThat(test.scenarios().stream().flatMap(scenario -> scenario.requests().stream()))
        .extracting(Request::label)
        .containsExactly(
            "GET /api/v1/creators",
            "GET /api/v1/search/suggestions",
            "GET /api/v1/auth/me",
            "GET /api/v1/projects",
            "POST /api/v1/auth/signup",
            "POST /api/v1/projects");
    Request creators = test.scenarios().get(0).requests().get(0);
    assertThat(creators.params())
        .extracting(Template::text)
        .containsExactly("q=video&verified=true", "skill=prompt-engineer");
    assertThat(((Work.Mix) test.scenarios().get(0).work()).endpoints())
        .extracting(Endpoint::weight)
        .containsExactly(60.0, 40.0);
    assertThat(creators.slo()).containsExactly(Map.entry(SloKey.SLO_P95_MS, 50.0));
    assertThat(test.scenarios().get(2).requests().get(1).unique())
        .extracting(UniqueValue::key)
        .containsExactly("project");
    assertThat(result.warnings())
        .extracting(Problem::toString)
        .containsExactly(
            "s.json:5:17: warning: /global_vus: the scenarios' target_vus add up to 210, more than"
                + " global_vus 200; target_vus wins");
  }

  @Test
  void everyProblemIsSaidAtOnceWithItsPlace() {
    assertProblems(
        """
        {
          "project_name": "${__shell(id)}",
          "test_tool": "k6/JMeter",
          "staging_url": "ftp://example.com",
          "global_vus": 2.5,
          "global_duration": "10 minutes",
          "scenarios": [
            {
              "name": "../S",
              "type": "Load/Soka",
              "target_vus": 0,
              "endpoints": [
                {"path": "creators", "method": "get", "wieght": 60}
              ]
            }
          ]
        }
        """,
        "s.json:2:19: error: /project_name: must be a text of 1 to 200 characters without \"${\""
            + " and control characters, but was \"${__shell(id)}\"",
        "s.json:4:18: error: /staging_url: must be http(s)://host[:port] without user, path or"
            + " query (a common prefix goes into the endpoints' paths), but was"
            + " \"ftp://example.com\"",
        "s.json:5:17: error: /global_vus: must be a whole number from 1 to 1000000, but was 2.5",
        "s.json:6:22: error: /global_duration: must be a duration such as 90s, 10m or 1h30m, from"
            + " 1s to 7 days, but was \"10 minutes\"",
        "s.json:9:15: error: /scenarios/0/name: must be 1 to 100 letters, digits, '_', '-' or '.',"
            + " beginning with a letter or digit, and not \"all\", but was \"../S\"",
        "s.json:10:15: error: /scenarios/0/type: must be one of Spike/Stress, Load/Soak,"
            + " Contention/Stress, Smoke, Breakpoint, but was \"Load/Soka\"; did you mean \"Load/Soak\"?",
        "s.json:11:21: error: /scenarios/0/target_vus: must be a whole number from 1 to 1000000,"
            + " but was 0",
        "s.json:13:9: error: /scenarios/0/endpoints/0: the key \"weight\" is missing: a number"
            + " greater than 0",
        "s.json:13:18: error: /scenarios/0/endpoints/0/path: must be an absolute path of URI"
            + " characters, such as /api/v1/creators or /api/v1/projects/{id}, without a query, but"
            + " was \"creators\"",
        "s.json:13:40: error: /scenarios/0/endpoints/0/method: must be one of GET, HEAD, OPTIONS,"
            + " DELETE, POST, PUT, PATCH, but was \"get\"; did you mean \"GET\"?",
        "s.json:13:57: error: /scenarios/0/endpoints/0/wieght: unknown key \"wieght\"; did you mean"
            + " \"weight\"? Known keys: auth, body, body_file, cleanup, data_type, expect, extract, headers, method,"
            + " name, note, params, path, slo_avg_ms, slo_error_percent, slo_max_ms, slo_min_rps, slo_p50_ms,"
            + " slo_p75_ms, slo_p90_ms, slo_p95_ms, slo_p99_9_ms, slo_p99_ms, tags, weight");
  }

  @Test
  void yamlSaysTheSameAsJson() throws Exception {
    String yaml =
        """
        project_name: p
        test_tool: t
        staging_url: http://h
        global_vus: 1
        global_duration: 1s
        scenarios:
          - name: S
            type: Smoke
            target_vus: 1
            endpoints:
              - {path: /a, method: GET, weight: 0.5, params: ["q=1"]}
        """;
    String json =
        """
        {"project_name": "p", "test_tool": "t", "staging_url": "http://h", "global_vus": 1,
         "global_duration": "1s", "scenarios": [{"name": "S", "type": "Smoke", "target_vus": 1,
         "endpoints": [{"path": "/a", "method": "GET", "weight": 0.5, "params": ["q=1"]}]}]}
        """;
    assertThat(ScenarioReader.read("s.yaml", yaml.getBytes(UTF_8)).loadTest())
        .isEqualTo(ScenarioReader.read("s.json", json.getBytes(UTF_8)).loadTest());
    assertThatThrownBy(
            () ->
                ScenarioReader.read(
                    "s.yml", yaml.replace("target_vus: 1", "target_vus: many").getBytes(UTF_8)))
        .hasMessage(
            "s.yml:9:17: error: /scenarios/0/target_vus: must be a whole number from 1 to 1000000,"
                + " but was \"many\"");
    assertThatThrownBy(() -> ScenarioReader.read("s.yml", "a: [".getBytes(UTF_8)))
        .hasMessageContaining("error: not YAML: ");
    assertThatThrownBy(() -> ScenarioReader.read("s.yml", "a: &x [*x]".getBytes(UTF_8)))
        .hasMessageContaining("error");
    assertThatThrownBy(() -> ScenarioReader.read("s.yml", "[".repeat(100_000).getBytes(UTF_8)))
        .hasMessageContaining("error");
  }

  @Test
  void whatJsonDoesNotHaveYamlMayNotHaveEither() throws Exception {
    String yaml =
        """
        project_name: p
        test_tool: t
        staging_url: http://h
        global_vus: 1
        global_duration: 1s
        scenarios:
          - name: S
            type: Smoke
            target_vus: 1
            endpoints:
              - {path: /a, method: POST, weight: 1, auth: TRUE, body: [~, False, -0.5e1, VALUE]}
        """;
    assertThat(yamlBody(yaml.replace("VALUE", "1.5"))).isEqualTo("[null, false, -0.5e1, 1.5]");
    for (String number :
        List.of("1_000", "0x1F", "0b11", "017", "+1", ".5", "1.", ".inf", ".NaN")) {
      assertThatThrownBy(() -> yamlBody(yaml.replace("VALUE", number)))
          .hasMessageMatching(
              "s.yaml:11:8[0-9]: error: /scenarios/0/endpoints/0/body/3: a number must be written"
                  + " as in JSON, such as 1000, 0.5 or 1e3, but was .*");
    }
    assertThatThrownBy(() -> yamlBody(yaml.replace("VALUE", "*x")))
        .hasMessageContaining("YAML aliases are not read; write out what \"*x\" stands for");
    assertThatThrownBy(() -> yamlBody(yaml.replace("TRUE", "~")))
        .hasMessageContaining("/auth: must be true or false, but was null");
  }

  @Test
  void whatXmlCannotHoldIsEscapedInABodyAndRefusedElsewhere() throws Exception {
    String file =
        """
        {"project_name": "p", "test_tool": "t", "staging_url": "http://h", "global_vus": 1,
         "global_duration": "1s", "scenarios": [{"name": "S", "type": "Smoke", "target_vus": 1,
         "flow": [{"path": "/b", "method": "POST", "body": "a\\ufffe\\ud800\\ud83d\\ude00"}]}]}
        """;
    assertThat(body("s.json", file)).isEqualTo("\"a\\uFFFE\\uD800\uD83D\uDE00\"");
    assertThat(problems(file.replace("\"p\"", "\"\\ufffe\"").getBytes(UTF_8)))
        .singleElement()
        .asString()
        .contains("/project_name: must be a text of 1 to 200 characters");
  }

  private static String yamlBody(String yaml) throws Exception {
    return body("s.yaml", yaml);
  }

  private static String body(String name, String content) throws Exception {
    LoadTest test = ScenarioReader.read(name, content.getBytes(UTF_8)).loadTest();
    return test.scenarios().get(0).requests().get(0).body().orElseThrow().text();
  }

  @Test
  void aVariableNeedsAValueBeforeItIsUsed() {
    assertProblems(
        """
        {"project_name": "p", "test_tool": "t", "staging_url": "http://h", "global_vus": 1,
         "global_duration": "1s", "scenarios": [{"name": "S", "type": "Smoke", "target_vus": 1,
         "setup": [{"path": "/a", "method": "GET", "extract": {"id": {"json": "$.id"}}}],
         "endpoints": [
           {"path": "/b/{id}", "method": "GET", "weight": 1, "extract": {"other": {"regex": "(x)"}}},
           {"path": "/c/{other}", "method": "GET", "weight": 1},
           {"path": "/d/{idd}", "method": "GET", "weight": 1}
         ]}]}
        """,
        "s.json:6:4: error: /scenarios/0/endpoints/1: the variable {other} has no value here:"
            + " extract it in \"setup\", or in an earlier step of the \"flow\"",
        "s.json:7:4: error: /scenarios/0/endpoints/2: the variable {idd} has no value here:"
            + " extract it in \"setup\", or in an earlier step of the \"flow\"; did you mean"
            + " \"id\"?");
  }

  @Test
  void aBodyMayBeAnyJsonButNoExpression() {
    assertProblems(
        """
        {"project_name": "p", "test_tool": "t", "staging_url": "http://h", "global_vus": 1,
         "global_duration": "1s", "scenarios": [{"name": "S", "type": "Smoke", "target_vus": 1,
         "flow": [
           {"path": "/b", "method": "POST", "body": {"a": ["${__P(x)}"]}},
           {"path": "/c", "method": "GET", "body": 1},
           {"path": "/d", "method": "PUT", "body": {"var": "1x"}}
         ]}]}
        """,
        "s.json:4:52: error: /scenarios/0/flow/0/body/a/0: must not contain \"${\", which JMeter"
            + " would run; write a variable as {name}, but was \"${__P(x)}\"",
        "s.json:5:44: error: /scenarios/0/flow/1/body: body needs a method with a body (POST, PUT,"
            + " PATCH), but the method is GET",
        "s.json:6:52: error: /scenarios/0/flow/2/body/var: must be a variable's name (1 to 50"
            + " letters, digits or '_', beginning with a letter), but was \"1x\"");
  }

  @Test
  void whatIsNoJsonIsOneProblem() {
    assertProblems("", "s.json:1:1: error: the file is empty; expected a JSON object");
    assertProblems("[]", "s.json:1:1: error: must be an object, but was an array");
    assertThat(problems("{\"a\": NaN}".getBytes(UTF_8))).hasSize(1);
    assertThat(problems(new byte[] {'"', (byte) 0xff, '"'}))
        .containsExactly("s.json:1:1: error: the file is not UTF-8 text");
    assertThat(problems("[".repeat(100_000).getBytes(UTF_8)))
        .singleElement()
        .asString()
        .matches("s\\.json:1:5[0-9]: error: not JSON: Document nesting depth .*");
    assertThat(problems(new byte[ScenarioReader.MAX_BYTES + 1])).hasSize(1);
    assertThatThrownBy(
            () -> ScenarioReader.read("s.yml", new byte[ScenarioReader.MAX_YAML_BYTES + 1]))
        .hasMessage("s.yml:1:1: error: the file has 3145729 bytes; at most 3145728 are read");
  }

  @Test
  void aKeyMayNotStandTwice() throws Exception {
    String twice =
        new String(seed(), UTF_8)
            .replaceFirst("\"global_vus\": 200,", "\"global_vus\": 1, \"global_vus\": 2,");
    assertProblems(
        twice, "s.json:5:20: error: /global_vus: the key \"global_vus\" stands here a second time");
  }

  @Test
  void theSameEndpointTwiceIsRefused() throws Exception {
    String text =
        new String(seed(), UTF_8).replace("\"/api/v1/search/suggestions\"", "\"/api/v1/creators\"");
    assertProblems(
        text,
        "s.json:22:19: error: /scenarios/0/endpoints/1/path: the same method and path (or so much"
            + " alike that -J could not tell them apart; a \"name\" tells them apart) as element 0");
  }

  @Test
  void namesThatDifferInCaseOnlyAreRefused() throws Exception {
    assertProblems(
        new String(seed(), UTF_8).replace("S_02_Auth_Profile_Read", "s_01_discovery_read_heavy"),
        "s.json:31:15: error: /scenarios/1/name: the same scenario name as element 0");
  }

  @Test
  void noMutantOfTheSeedsFileBreaksTheReader() throws Exception {
    byte[] seed = seed();
    Random random = new Random(SEED);
    List<String> tokens =
        List.of(
            "{", "}", "[", "]", "\"", ",", ":", "null", "-1", "1e999", "${__P(x)}", "../", "\r\n");
    for (int i = 0; i < MUTANTS; i++) {
      String mutant = mutate(new String(seed, UTF_8), random, tokens);
      try {
        assertThat(ScenarioReader.read("s.json", mutant.getBytes(UTF_8)).loadTest()).isNotNull();
      } catch (InvalidScenarioException e) {
        assertThat(e.problems()).as("seed %d mutant %d", SEED, i).isNotEmpty();
      } catch (RuntimeException e) {
        throw new AssertionError("seed " + SEED + " mutant " + i + ":\n" + mutant, e);
      }
    }
  }

  private static String mutate(String text, Random random, List<String> tokens) {
    StringBuilder mutant = new StringBuilder(text);
    for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
      int at = random.nextInt(mutant.length());
      int end = Math.min(mutant.length(), at + random.nextInt(12));
      switch (random.nextInt(4)) {
        case 0 -> mutant.setCharAt(at, (char) random.nextInt(0x300));
        case 1 -> mutant.delete(at, end);
        case 2 -> mutant.insert(at, tokens.get(random.nextInt(tokens.size())));
        default -> mutant.insert(at, mutant.substring(at, end));
      }
    }
    return mutant.toString();
  }

  private static void assertProblems(String json, String... expected) {
    assertThat(problems(json.getBytes(UTF_8))).containsExactly(expected);
  }

  private static List<String> problems(byte[] content) {
    try {
      ScenarioReader.read("s.json", content);
    } catch (InvalidScenarioException e) {
      return e.problems().stream().map(Problem::toString).toList();
    }
    throw new AssertionError("the file was accepted");
  }

  static byte[] seed() throws IOException {
    try (InputStream seed = ScenarioReaderTest.class.getResourceAsStream("/seed/scenarios.json")) {
      return Objects.requireNonNull(seed).readAllBytes();
    }
  }

  @Test
  void recordsCannotBeWrong() {
    assertThatThrownBy(() -> new Stage("", Duration.ofSeconds(-1), 1))
        .hasMessageStartingWith("duration must not be negative");
    assertThatThrownBy(() -> new Work.Mix(List.of()))
        .hasMessageStartingWith("endpoints must not be empty");
  }
}
