package com.openshow.loadtest.scenario.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.openshow.loadtest.scenario.Cleanup;
import com.openshow.loadtest.scenario.HttpMethod;
import com.openshow.loadtest.scenario.Template;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The key {@code cleanup}. */
final class CleanupKeyTest {
  @Test
  void whatDeletesIsADeleteUnlessSaid() throws Exception {
    assertThat(read("{\"path\": \"/api/v1/projects/{id}\"}"))
        .contains(
            new Cleanup(
                HttpMethod.DELETE,
                Template.of("/api/v1/projects/{id}"),
                Optional.empty(),
                Optional.empty()));
    assertThat(
            read(
                "{\"method\": \"POST\", \"path\": \"/p/{email}/cancel\", \"params\":"
                    + " \"hard={id}\", \"auth\": true}"))
        .contains(
            new Cleanup(
                HttpMethod.POST,
                Template.of("/p/{email}/cancel"),
                Optional.of(Template.of("hard={id}")),
                Optional.of(true)));
  }

  @Test
  void everyProblemIsSaidWithItsPlace() {
    assertThat(
            problems("{\"method\": \"DELET\", \"params\": \"?a\", \"auth\": 1, \"pth\": \"/p\"}"))
        .hasSize(5)
        .anyMatch(text -> text.contains("did you mean \"DELETE\"?"))
        .anyMatch(text -> text.contains("did you mean \"path\"?"));
    assertThat(problems("{\"path\": \"/p/{idd}\"}"))
        .containsExactly(
            "s.json:4:2: error: /scenarios/0/endpoints/0: the variable {idd} of \"cleanup\" has no"
                + " value: \"extract\" it from this request's response; did you mean \"id\"?");
  }

  @Test
  void aTokenOfNobodyIsRefused() throws Exception {
    assertThat(problems("{\"path\": \"/api/v1/projects/{id}\"}, \"auth\": false"))
        .singleElement()
        .asString()
        .contains("/scenarios/0/endpoints/0/cleanup: must carry no token, since the request")
        .endsWith("set \"auth\" of one of them");
    assertThat(read("{\"path\": \"/api/v1/projects/{id}\", \"auth\": false}, \"auth\": false"))
        .isPresent();
  }

  private static Optional<Cleanup> read(String cleanup) throws InvalidScenarioException {
    String json =
        """
        {"project_name": "p", "test_tool": "t", "staging_url": "http://h", "global_vus": 1,
         "global_duration": "1s", "scenarios": [{"name": "S", "type": "Smoke", "target_vus": 1,
         "endpoints": [
         {"path": "/api/v1/projects", "method": "POST", "weight": 1, "data_type": "unique_email",
          "extract": {"id": {"json": "$.id"}}, "cleanup": %s}]}]}
        """
            .formatted(cleanup);
    return ScenarioReader.read("s.json", json.getBytes(UTF_8))
        .loadTest()
        .scenarios()
        .get(0)
        .requests()
        .get(0)
        .cleanup();
  }

  private static List<String> problems(String cleanup) {
    try {
      read(cleanup);
    } catch (InvalidScenarioException e) {
      return e.problems().stream().map(Problem::toString).toList();
    }
    throw new AssertionError("the file was accepted");
  }
}
