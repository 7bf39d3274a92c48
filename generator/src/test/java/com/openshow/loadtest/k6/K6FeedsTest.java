package com.openshow.loadtest.k6;

import static com.openshow.loadtest.k6.Fixtures.bodies;
import static com.openshow.loadtest.k6.Fixtures.test;
import static com.openshow.loadtest.k6.NodeRun.part;
import static org.assertj.core.api.Assertions.assertThat;

import com.openshow.loadtest.k6.RecordingServer.Answer;
import com.openshow.loadtest.k6.RecordingServer.Asked;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows of files in generated scripts. */
final class K6FeedsTest {
  private static final String FEEDS =
      """
      {"name": "%s", "type": "Smoke", "target_vus": 1, "target_rps": 1, "feed": %s, "flow": [
        {"path": "/%s/{name}", "method": "POST", "params": ["q={name}"],
         "body": {"n": "<{name}>", "k": {"var": "n"}}}]}
      """;
  private static final String NAMED = "\"columns\": [\"name\", \"n\"]";

  @TempDir private Path folder;

  @Test
  void rowsAreThoseOfThePlansInPathsQueriesAndJson() throws Exception {
    Files.writeString(
        folder.resolve("f.csv"), "\uFEFFname,n\r\n\"O\"\"Brien a/b\",1\r\n\"two\nlines\",2\nü,3");
    try (RecordingServer server = new RecordingServer(asked -> new Answer(200, ""))) {
      run(server, feed("F", "{\"file\": \"f.csv\", " + NAMED + "}")).of(part("F", 2, 4));
      assertThat(server.asked())
          .extracting(Asked::uri)
          .containsExactly(
              "/F/O%22Brien%20a%2Fb?q=O%22Brien+a%2Fb",
              "/F/two%0Alines?q=two%0Alines",
              "/F/%C3%BC?q=%C3%BC",
              "/F/O%22Brien%20a%2Fb?q=O%22Brien+a%2Fb");
      assertThat(bodies(server, ""))
          .startsWith(
              "{\"n\": \"<O\\\"Brien a/b>\", \"k\": 1}",
              "{\"n\": \"<two\\nlines>\", \"k\": 2}",
              "{\"n\": \"<ü>\", \"k\": 3}");
    }
  }

  @Test
  void rowsThatAreTakenOnceEndAndScenariosShareThem() throws Exception {
    Files.writeString(folder.resolve("f.csv"), "a|1\nb|2\nc|3\nd|4\ne|5\n");
    String once =
        "{\"file\": \"f.csv\", \"mode\": \"unique_or_stop\", \"delimiter\": \"|\", \"header\":"
            + " false, "
            + NAMED
            + "}";
    String both = feed("F", once) + "," + feed("G", once);
    assertThat(NodeRun.script(test(both)).notes())
        .anyMatch(
            note -> note.startsWith("/scenarios/0/feed: k6 cannot stop a virtual user; where no"));
    try (RecordingServer server = new RecordingServer(asked -> new Answer(200, ""))) {
      run(server, both).of(part("F", 2, 9), part("G", 2, 9));
      assertThat(server.asked())
          .extracting(one -> one.uri().replaceFirst("\\?.*", ""))
          .containsExactly("/F/a", "/F/c", "/F/e", "/G/b", "/G/d");
    }
  }

  @Test
  void aUserKeepsItsRowAndRandomRowsAreAllOfTheFile() throws Exception {
    Files.createDirectories(folder.resolve("data"));
    Files.writeString(folder.resolve("data/f.csv"), "name,n\na,1\nb,2\n");
    try (RecordingServer server = new RecordingServer(asked -> new Answer(200, ""))) {
      run(server, feed("F", "{\"file\": \"f.csv\", \"per\": \"user\", " + NAMED + "}"))
          .with("FEEDS_FOLDER", "data")
          .of(part("F", 2, 6));
      List<String> names =
          server.asked().stream().map(one -> one.uri().replaceFirst(".*=", "")).toList();
      assertThat(names).containsExactly("a", "b", "a", "b", "a", "b");
    }
    Path other = Files.createDirectory(folder.resolve("other"));
    Files.writeString(other.resolve("f.csv"), "name,n\na,1\nb,2\n");
    try (RecordingServer server = new RecordingServer(asked -> new Answer(200, ""))) {
      new NodeRun(
              other, test(feed("F", "{\"file\": \"f.csv\", \"mode\": \"random\", " + NAMED + "}")))
          .with("TARGET_URL", server.url())
          .of(part("F", 2, 60));
      assertThat(server.asked().stream().map(Asked::uri).distinct()).hasSize(2);
    }
  }

  @Test
  void aFileThatIsWrongStopsTheScriptBeforeItsLoad() throws Exception {
    try (RecordingServer server = new RecordingServer(asked -> new Answer(200, ""))) {
      NodeRun run = run(server, feed("F", "{\"file\": \"f.csv\", " + NAMED + "}"));
      for (String[] wrong :
          new String[][] {
            {"name,n\na,1\n\nb\n", "./f.csv:3: has 1; ./f.csv:4: has 1"},
            {"name,m\na,1\n", "./f.csv:1: must have the names of the columns, name, n"},
            {"name,n\n", "./f.csv: there is no row"},
            {"name,n\n\"a,1\n", "./f.csv has a quote in line 2 that does not end"}
          }) {
        Files.writeString(folder.resolve("f.csv"), wrong[0]);
        assertThat(run.refusal(part("F", 1, 1))).contains(wrong[1]);
      }
      assertThat(server.asked()).isEmpty();
    }
  }

  private static String feed(String name, String feed) {
    return FEEDS.formatted(name, feed, name);
  }

  private NodeRun run(RecordingServer server, String scenarios) throws Exception {
    return new NodeRun(folder, test(scenarios)).with("TARGET_URL", server.url());
  }
}
