package com.openshow.loadtest.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.openshow.loadtest.distribution.Home.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No unique value comes twice: on two injectors of one test, and in two tests of one database. */
final class UniqueIT {
  private static final int ROWS = 120;

  /** How long a run flat out is; a minute shows more. */
  private static final int SECONDS = Integer.getInteger("unique.seconds", 5);

  private static final String SCENARIOS =
      """
      {"project_name": "own", "test_tool": "JMeter", "staging_url": "http://127.0.0.1:1",
       "global_vus": 6, "global_duration": "10m",
       "scenarios": [{"name": "Unique", "type": "Load/Soak", "target_vus": 6, "think_time": "0s",
         "feed": {"file": "rows.csv", "mode": "unique_or_stop"},
         "slo": {"slo_error_percent": 1},
         "flow": [
           {"path": "/api/v1/projects", "method": "POST", "data_type": "unique_project",
            "extract": {"id": {"json": "$.id"}}, "cleanup": {"path": "/api/v1/projects/{id}"}},
           {"path": "/api/v1/cities/{row}", "method": "PUT", "auth": false,
            "expect": {"status": 404},
            "body": {"email": {"unique": "email", "max_length": 40},
                     "username": {"unique": "username", "max_length": 15},
                     "uuid": {"unique": "id"},
                     "ulid": {"unique": "id", "format": "ulid", "var": "ulid"},
                     "number": {"unique": "id", "format": "sequence", "var": "number"},
                     "phone": {"unique": "phone", "range": "+4915199####"},
                     "invoice": {"unique": "pattern", "pattern": "INV-{yyyy}-{seq:8}"},
                     "key": {"unique": "pattern", "pattern": "K{id:13}", "var": "key"},
                     "row": "{row}", "name": {"filler": "Name.fullName"}}}]}]}
      """;

  private static final List<String> KEYS =
      List.of("email", "username", "uuid", "ulid", "number", "phone", "invoice", "key", "row");

  @TempDir private Path folder;

  @Test
  void twoInjectorsMakeNoValueTwiceAndUseEachRowOnceAndDeleteWhatTheyMade() throws Exception {
    try (Staging staging = Staging.start(folder)) {
      run(staging);

      List<Asked> puts = asked(staging, "PUT");
      for (String key : KEYS) {
        List<String> values = new ArrayList<>();
        for (Asked one : puts) {
          values.add(one.sent(key).asText());
        }
        assertThat(values).as(key).hasSize(ROWS).doesNotHaveDuplicates();
      }
      Set<String> made = new TreeSet<>();
      List<String> titles = new ArrayList<>();
      for (Asked one : asked(staging, "POST")) {
        assertThat(one.status()).as(one.toString()).isBetween(200, 201);
        if (one.path().endsWith("/projects")) {
          made.add(one.answered("id").asText());
          titles.add(one.sent("title").asText());
        }
      }
      assertThat(titles).hasSize(ROWS).doesNotHaveDuplicates();

      assertSamplesOfDataAreSeenAndNotCounted();
      assertCreatedFilesShareNothing(made);
      cleanUp();
      assertThat(asked(staging, "DELETE"))
          .allSatisfy(one -> assertThat(one.status()).isBetween(200, 204))
          .extracting(one -> one.path().replaceFirst(".*/", ""))
          .containsExactlyInAnyOrderElementsOf(made);
    }
  }

  @Test
  void twoRunsFlatOutAgainstTheSameDatabaseMeetNoDuplicate() throws Exception {
    try (Staging staging = Staging.start(folder)) {
      for (String run : List.of("first", "second")) {
        Path plan = Staging.ROOT.resolve("plans/S_03_Critical_Write_Contention.jmx");
        List<Object> words = new ArrayList<>(List.of(Home.JMETER, "-n", "-t", plan));
        words.addAll(List.of("-l", run + ".jtl", "-Jreport.dir=" + run));
        words.addAll(List.of("-Jtarget.url=" + staging.target(), "-Jcleanup.threads=0"));
        words.addAll(List.of("-Jtarget_rps.S_03_Critical_Write_Contention=0", "-Jthink_time=0"));
        words.add("-Jduration=" + SECONDS);
        Outcome outcome = Home.run(Home.command(folder, words.toArray()));
        assertThat(outcome.output()).contains("Verdict: ");
        List<Row> rows = Row.read(folder.resolve(run + ".jtl"));
        assertThat(rows).hasSizeGreaterThan(100).noneMatch(row -> row.code().equals("409"));
      }
      assertThat(asked(staging, "POST")).noneMatch(one -> one.status() == 409);
    }
  }

  private void run(Staging staging) throws Exception {
    Files.writeString(folder.resolve("own.json"), SCENARIOS);
    List<String> rows = new ArrayList<>(List.of("row"));
    IntStream.rangeClosed(1, ROWS).forEach(i -> rows.add("r" + i));
    Path feed = Files.write(folder.resolve("rows.csv"), rows);
    Outcome generated =
        Home.run(
            Home.command(
                folder,
                Home.PATH.resolve("bin/loadtest"),
                "generate",
                "own.json",
                "--output",
                "own"));
    assertThat(generated.exitCode()).as(generated.output()).isZero();
    Path plan = folder.resolve("own/Unique.jmx");
    // As if somebody wanted to see the values.
    String hidden = "<boolProp name=\"showSample\">false</boolProp>";
    String text = Files.readString(plan);
    assertThat(text).contains(hidden);
    Files.writeString(plan, text.replace(hidden, hidden.replace("false", "true")));
    try (Injector first = Injector.start(folder.resolve("first"), 1);
        Injector second = Injector.start(folder.resolve("second"), 2)) {
      List<Object> words = new ArrayList<>(List.of(Home.JMETER, "-n", "-t", plan));
      words.addAll(List.of("-l", "results.jtl", "-Jreport.dir=report"));
      words.add("-Jclient.rmi.localport=" + Injector.freePort());
      words.add("-R" + first.host() + "," + second.host());
      words.addAll(List.of("-Ginjectors=2", "-Gtarget.url=" + staging.target()));
      words.addAll(List.of("-Gfeed.rows.csv=" + feed, "-Gcleanup.threads=0"));
      words.add("-Greport.dir=injector");
      words.addAll(Injector.LOOPBACK);
      Outcome outcome = Home.run(Home.command(folder, words.toArray()));
      assertThat(outcome.output()).contains("Verdict: ");
    }
  }

  private void assertSamplesOfDataAreSeenAndNotCounted() throws Exception {
    List<Row> rows = Row.read(folder.resolve("results.jtl"));
    long shown = rows.stream().filter(row -> row.label().startsWith("data: ")).count();
    assertThat(shown).isGreaterThanOrEqualTo(ROWS * 9L);
    JsonNode live = objectives("report/verdict.json");
    assertThat(live.path(0).path("samples").asLong()).isEqualTo(2L * ROWS);
    Outcome offline =
        Home.run(
            Home.command(
                folder,
                Home.PATH.resolve("bin/loadtest"),
                "verdict",
                "own.json",
                "--report",
                "offline",
                "--results",
                "results.jtl"));
    assertThat(offline.output()).contains("Verdict: ");
    assertThat(objectives("offline/verdict.json")).isEqualTo(live);
  }

  private JsonNode objectives(String file) throws Exception {
    return new ObjectMapper().readTree(folder.resolve(file).toFile()).path("objectives");
  }

  private List<Path> createdFiles() {
    return List.of(
        folder.resolve("first/injector/created-1.jsonl"),
        folder.resolve("second/injector/created-2.jsonl"));
  }

  private void assertCreatedFilesShareNothing(Set<String> made) throws Exception {
    Set<String> written = new HashSet<>();
    for (Path file : createdFiles()) {
      String text = Files.readString(file);
      List<String> own = made.stream().filter(id -> text.contains("/" + id + "\"")).toList();
      // One for each row, and each injector has every second row.
      assertThat(own).as(text).hasSize(ROWS / 2);
      written.addAll(own);
    }
    assertThat(written).isEqualTo(made);
  }

  private void cleanUp() throws Exception {
    List<Object> words = new ArrayList<>(List.of(Home.PATH.resolve("bin/loadtest"), "cleanup"));
    words.addAll(List.of("own.json", "--created"));
    words.addAll(createdFiles());
    Outcome outcome = Home.run(Home.command(folder, words.toArray()));
    assertThat(outcome.exitCode()).as(outcome.output()).isZero();
  }

  private static List<Asked> asked(Staging staging, String method) throws Exception {
    return staging.asked().stream().filter(one -> one.method().equals(method)).toList();
  }
}
