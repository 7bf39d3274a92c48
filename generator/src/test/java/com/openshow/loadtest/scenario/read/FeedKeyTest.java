package com.openshow.loadtest.scenario.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.openshow.loadtest.feed.FeedFormat;
import com.openshow.loadtest.feed.FeedMode;
import com.openshow.loadtest.scenario.Feed;
import com.openshow.loadtest.scenario.FeedForms;
import com.openshow.loadtest.scenario.Request;
import com.openshow.loadtest.scenario.Scenario;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The key {@code feed}. */
final class FeedKeyTest {
  private static final Map<String, String> FILES =
      Map.of(
          "users.csv", "name,age\nx,1\ny,2\n",
          "d/tabs.tsv", "1\tb\n2\tc\n",
          "ragged.csv", "a,b\n1,2\n1\n1,2\n1,2,3\n",
          "empty.csv", "",
          "other.csv", "name\nz\n");

  @Test
  void aNameAloneIsAFileWithAHeaderInItsOrder() throws Exception {
    assertThat(scenario("\"users.csv\"", "{\"a\": \"{name}\"}").feeds())
        .containsExactly(
            new Feed(
                "users.csv",
                new FeedFormat(',', true, List.of()),
                List.of("name", "age"),
                FeedMode.SEQUENTIAL,
                false));
  }

  @Test
  void anObjectSaysHowAndAListIsSeveral() throws Exception {
    Scenario scenario =
        scenario(
            """
            ["users.csv", {"file": "d/tabs.tsv", "mode": "unique_or_stop", "per": "user",
              "delimiter": "\\t", "header": false, "columns": ["k", "l"]}]""",
            "{\"a\": \"{name}{l}\"}");

    assertThat(scenario.feeds())
        .hasSize(2)
        .last()
        .isEqualTo(
            new Feed(
                "d/tabs.tsv",
                new FeedFormat('\t', false, List.of("k", "l")),
                List.of("k", "l"),
                FeedMode.UNIQUE_OR_STOP,
                true));
    assertThat(scenario.columns()).containsExactlyInAnyOrder("name", "age", "k", "l");
    assertThat(scenario.feeds().get(1).property()).isEqualTo("feed.d_tabs.tsv");
  }

  @Test
  void everyProblemOfAFileIsSaidWithItsOwnLine() {
    assertThat(problems("\"ragged.csv\"", "{\"a\": \"{b}{nobody_knows}\"}"))
        .containsExactly(
            "dir/ragged.csv:3:1: error: must have 2 fields (a, b), but has 1",
            "dir/ragged.csv:5:1: error: must have 2 fields (a, b), but has 3");
    assertThat(problems("[\"empty.csv\", \"ragged.csv\"]", "{}")).hasSize(3);
  }

  @Test
  void aMissingFileIsSaidUnlessItsColumnsAreNamed() throws Exception {
    assertThat(problems("\"missing.csv\"", "{}"))
        .containsExactly(
            "dir/s.json:3:11: error: /scenarios/0/feed: the file \"missing.csv\" cannot be read:"
                + " there is no such file; its \"columns\" must be named where it is only there for"
                + " runs");
    ReadResult result =
        read("{\"file\": \"missing.csv\", \"columns\": [\"name\"]}", "{\"a\": \"{name}\"}");
    assertThat(result.loadTest().scenarios().get(0).columns()).containsExactly("name");
    assertThat(result.warnings())
        .extracting(Problem::toString)
        .containsExactly(
            "dir/s.json:3:20: warning: /scenarios/0/feed/file: the file \"missing.csv\" cannot be"
                + " read: there is no such file; a run needs it");
  }

  @Test
  void wrongKeysAndValuesAreSaidTogether() {
    assertThat(
            problems(
                """
                {"file": "../x", "mode": "uniqe_or_stop", "per": "thread", "delimiter": "::",
                  "header": 1, "columns": ["a b"], "quote": "'"}""",
                "{}"))
        .hasSize(7)
        .anyMatch(
            text ->
                text.endsWith(
                    "/scenarios/0/feed/mode: must be one of sequential, random, unique_or_stop, but"
                        + " was \"uniqe_or_stop\"; did you mean \"unique_or_stop\"?"));
    assertThat(problems("{\"file\": \"users.csv\", \"header\": false}", "{}"))
        .containsExactly(
            "dir/s.json:3:11: error: /scenarios/0/feed: the columns must be named where the file has"
                + " no header");
    assertThat(problems("[]", "{}")).hasSize(1);
  }

  @Test
  void aVariableHasOneWriter() {
    assertThat(problems("[\"users.csv\", \"other.csv\"]", "{}"))
        .containsExactly(
            "dir/s.json:3:11: error: /scenarios/0/feed: the variable {name} is a column of"
                + " \"users.csv\" and of \"other.csv\"; rename one of them");
    assertThat(problems("\"users.csv\"", "{}, \"extract\": {\"age\": {\"json\": \"$.id\"}}"))
        .singleElement()
        .asString()
        .endsWith(
            "/scenarios/0/endpoints/0: the variable {age} is a column of the \"feed\", and this"
                + " request writes it, too; rename the column");
  }

  @Test
  void aValueStandsInJsonStringsAndPathsAsTheyWantIt() throws Exception {
    Set<String> columns = Set.of("name", "age");
    Request request =
        scenario("\"users.csv\"", "{\"\\\"{name}\": [\"\\\\{name}\", {\"var\": \"age\"}]}")
            .requests()
            .get(0);

    assertThat(FeedForms.path(request.path(), columns).text()).isEqualTo("/a/{name.segment}");
    assertThat(FeedForms.body(request.body().orElseThrow(), request, columns).text())
        .isEqualTo("{\"\\\"{name.json}\": [\"\\\\{name.json}\", {age}]}");
    Request form =
        scenario("\"users.csv\"", "\"{name}\", \"headers\": {\"Content-Type\": \"text/plain\"}")
            .requests()
            .get(0);
    assertThat(FeedForms.body(form.body().orElseThrow(), form, columns).text())
        .isEqualTo("\"{name}\"");
  }

  private static Scenario scenario(String feed, String body) throws Exception {
    return read(feed, body).loadTest().scenarios().get(0);
  }

  private static List<String> problems(String feed, String body) {
    try {
      read(feed, body);
    } catch (InvalidScenarioException e) {
      return e.problems().stream().map(Problem::toString).toList();
    }
    throw new AssertionError("the file was accepted");
  }

  private static ReadResult read(String feed, String body) throws InvalidScenarioException {
    String json =
        """
        {"project_name": "p", "test_tool": "t", "staging_url": "http://h", "global_vus": 1,
         "global_duration": "1s", "scenarios": [{"name": "S", "type": "Smoke", "target_vus": 1,
          "feed": %s,
          "endpoints": [{"path": "%s", "method": "PUT", "weight": 1, "body": %s}]}]}
        """
            .formatted(feed, feed.contains("users.csv") ? "/a/{name}" : "/a", body);
    return ScenarioReader.read("dir/s.json", json.getBytes(UTF_8), FeedKeyTest::file);
  }

  private static byte[] file(String name) throws IOException {
    String content = FILES.get(name);
    if (content == null) {
      throw new IOException("there is no such file");
    }
    return content.getBytes(UTF_8);
  }
}
