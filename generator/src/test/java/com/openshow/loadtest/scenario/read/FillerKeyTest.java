package com.openshow.loadtest.scenario.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.openshow.loadtest.filler.Filler;
import com.openshow.loadtest.scenario.FillerValue;
import com.openshow.loadtest.scenario.LoadTest;
import com.openshow.loadtest.scenario.Template;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Realistic text in bodies: {@code {"filler": ...}}. */
final class FillerKeyTest {
  @Test
  void aBodyHasAnyNumberOfThemAndTheirVariablesAreKnownFromThenOn() throws Exception {
    LoadTest test =
        read(
            """
            {"a": {"filler": "Name.fullName", "var": "name", "locale": "de", "max_length": 40},
             "b": [{"filler": "Address.city"}], "t": "<{name}>"}""",
            "{\"again\": \"{name}\"}");

    assertThat(test.scenarios().get(0).requests().get(0).body())
        .contains(Template.of("{\"a\": \"{name}\", \"b\": [\"{filler_2}\"], \"t\": \"<{name}>\"}"));
    assertThat(test.scenarios().get(0).requests().get(0).fillers())
        .containsExactly(
            new FillerValue(new Filler("Name.fullName", "de", 40), "name"),
            new FillerValue(new Filler("Address.city", "en", 255), "filler_2"));
    assertThat(test.scenarios().get(0).formed()).containsExactlyInAnyOrder("name", "filler_2");
  }

  @Test
  void everyMistakeIsToldWithWhatIsRight() {
    assertThat(problems("{\"a\": {\"filler\": \"Name.nope\", \"locale\": \"\", \"x\": 1}}"))
        .anySatisfy(
            problem -> assertThat(problem).contains("/body/a/locale: must be a language tag"))
        .anySatisfy(problem -> assertThat(problem).contains("/body/a/x: unknown key"));
    assertThat(problems("{\"a\": {\"filler\": \"Name.nope\"}}"))
        .singleElement()
        .asString()
        .contains("/body/a: Datafaker has nothing for \"#{Name.nope}\"; expected its methods");
    assertThat(problems("{\"a\": {\"filler\": \"Name.fullName\", \"locale\": \"tlh\"}}"))
        .singleElement()
        .asString()
        .contains("/body/a: Datafaker has no texts of the locale \"tlh\"");
    assertThat(problems("{\"a\": {\"filler\": \"Internet.emailAddress\"}}"))
        .singleElement()
        .asString()
        .contains("take Internet.safeEmailAddress");
    assertThat(problems("{\"a\": {\"filler\": \"regexify '(a'\"}}"))
        .singleElement()
        .asString()
        .contains("with a ) for each (");
    assertThat(
            problems(
                """
                {"a": {"filler": "Name.fullName", "var": "email"}, "b": {"unique": "email"}}"""))
        .singleElement()
        .asString()
        .endsWith("filler and another value write the variable {email}; give one another \"var\"");
  }

  @Test
  void nothingElseWritesTheVariableOfAFiller() {
    assertThat(
            problems(
                "{\"a\": {\"filler\": \"Name.fullName\", \"var\": \"id\"}}",
                "{\"b\": {\"unique\": \"id\", \"var\": \"id\"}}"))
        .singleElement()
        .asString()
        .endsWith(
            "/flow/1: the variable {id} is that of a \"filler\", and this request writes it"
                + " otherwise, too; give one another name");
  }

  private static LoadTest read(String... bodies) throws InvalidScenarioException {
    StringBuilder flow = new StringBuilder();
    for (int i = 0; i < bodies.length; i++) {
      flow.append(i == 0 ? "" : ",\n")
          .append("{\"path\": \"/p/" + i + "\", \"method\": \"POST\", \"body\": ")
          .append(bodies[i])
          .append('}');
    }
    String json =
        """
        {"project_name": "p", "test_tool": "t", "staging_url": "http://h", "global_vus": 1,
         "global_duration": "1s", "scenarios": [{"name": "S", "type": "Smoke", "target_vus": 1,
         "flow": [%s]}]}
        """
            .formatted(flow);
    return ScenarioReader.read("s.json", json.getBytes(UTF_8)).loadTest();
  }

  private static List<String> problems(String... bodies) {
    try {
      read(bodies);
    } catch (InvalidScenarioException e) {
      return e.problems().stream().map(Problem::toString).toList();
    }
    throw new AssertionError("the file was accepted");
  }
}
