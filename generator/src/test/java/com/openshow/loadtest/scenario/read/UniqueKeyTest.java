package com.openshow.loadtest.scenario.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.openshow.loadtest.scenario.Request;
import com.openshow.loadtest.scenario.Template;
import com.openshow.loadtest.scenario.UniqueValue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Unique values: {@code data_type}, and {@code {"unique": ...}} in bodies. */
final class UniqueKeyTest {
  @Test
  void aBodyHasAnyNumberOfThemAndTheirVariablesAreKnown() throws Exception {
    Request request =
        read(
            """
            "body": {"e": {"unique": "email"}, "f": [{"unique": "email", "var": "other",
              "domain": "mail.example.org", "max_length": 40}], "t": "<{email}>",
              "p": {"unique": "pattern", "pattern": "INV-{yyyy}-{seq:8}"}}""");

    assertThat(request.body())
        .contains(
            Template.of(
                "{\"e\": \"{email}\", \"f\": [\"{other}\"], \"t\": \"<{email}>\", \"p\":"
                    + " \"{unique_value}\"}"));
    assertThat(request.unique())
        .extracting(UniqueValue::key)
        .containsExactly("email", "email", "pattern");
    assertThat(request.unique().get(1).options())
        .isEqualTo(Map.of("domain", "mail.example.org", "max_length", "40"));
    assertThat(request.unique().get(1).variables()).containsExactly("other");
  }

  @Test
  void aDataTypeIsAnyTypeAlsoWithOptions() throws Exception {
    assertThat(read("\"data_type\": \"unique_email\"").body().orElseThrow().variables())
        .containsExactly("email");
    assertThat(
            read("\"data_type\": {\"unique\": \"project\", \"var\": \"t\"}")
                .body()
                .orElseThrow()
                .variables())
        .containsExactly("t", "project_description", "project_tag");
    assertThat(read("\"data_type\": \"unique_phone\", \"body\": {\"p\": \"{phone}\"}").unique())
        .extracting(UniqueValue::key)
        .containsExactly("phone");
  }

  @Test
  void everyMistakeIsToldWithWhatIsRight() {
    assertThat(problems("\"body\": {\"e\": {\"unique\": \"emial\"}}"))
        .containsExactly(
            "s.json:4:73: error: /scenarios/0/endpoints/0/body/e/unique: must be one of email,"
                + " project, username, id, phone, pattern, but was \"emial\"; did you mean \"email\"?");
    assertThat(problems("\"data_type\": \"unique_emial\""))
        .singleElement()
        .asString()
        .contains("must be one of unique_email, unique_project, unique_username, unique_id,")
        .endsWith("did you mean \"unique_email\"?");
    assertThat(problems("\"data_type\": \"unique_phone\""))
        .singleElement()
        .asString()
        .endsWith("/data_type: needs a \"body\" in which {phone} stands");
    assertThat(problems("\"data_type\": \"unique_pattern\""))
        .singleElement()
        .asString()
        .contains("must say more, such as {\"unique\": \"pattern\", ...}");
    assertThat(
            problems(
                "\"body\": [{\"unique\": \"id\"}, {\"unique\": \"id\", \"format\": \"ulid\"}]"))
        .singleElement()
        .asString()
        .endsWith("two unique values write the variable {unique_id}; give one another \"var\"");
    assertThat(
            problems(
                """
                "body": [{"unique": "email", "domain": "gmail.com"}, {"unique": "phone", "format": "x"},
                  {"unique": "email", "max_length": 5, "var": "a b", "len": 1}]"""))
        .hasSize(5);
  }

  private static Request read(String keys) throws InvalidScenarioException {
    String json =
        """
        {"project_name": "p", "test_tool": "t", "staging_url": "http://h", "global_vus": 1,
         "global_duration": "1s", "scenarios": [{"name": "S", "type": "Smoke", "target_vus": 1,
         "endpoints": [
         {"path": "/a", "method": "POST", "weight": 1, %s}]}]}
        """
            .formatted(keys);
    return ScenarioReader.read("s.json", json.getBytes(UTF_8))
        .loadTest()
        .scenarios()
        .get(0)
        .requests()
        .get(0);
  }

  private static List<String> problems(String keys) {
    try {
      read(keys);
    } catch (InvalidScenarioException e) {
      return e.problems().stream().map(Problem::toString).toList();
    }
    throw new AssertionError("the file was accepted");
  }
}
