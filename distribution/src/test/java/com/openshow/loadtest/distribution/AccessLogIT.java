package com.openshow.loadtest.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.openshow.loadtest.distribution.Home.Outcome;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A scenario file that uses every key there is, held against what the backend was really asked. */
final class AccessLogIT {
  private static final Path SCENARIOS =
      Staging.ROOT.resolve("generator/src/test/resources/every-key.json");

  /** Variables of unique data: never the same twice. */
  private static final Set<String> UNIQUE =
      Set.of(
          "email",
          "project_title",
          "a",
          "row_title",
          "unique_id",
          "ulid",
          "number",
          "invoice",
          "phone",
          "username",
          "own_email");

  private static final Set<String> OWN =
      Set.of(
          "email",
          "project_title",
          "project_description",
          "project_tag",
          "a",
          "real_name",
          "filler");

  /** Forms of unique values and filler, by their variables. */
  private static final Map<String, String> FORMS =
      Map.of(
          "row_email", "lt-[a-z0-9-]{10,50}@mail\\.example\\.org",
          "own_email", "lt-[a-z0-9-]+@load\\.openshow\\.com",
          "unique_id", "[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}",
          "ulid", "[0-7][0-9A-HJKMNP-TV-Z]{25}",
          "number", "[1-9][0-9]{18}",
          "invoice", "INV-20[0-9]{2}-[0-9]{8}",
          "phone", "\\+4915199[0-9]{6}",
          "username", "lt[a-z0-9]{13,28}",
          "real_name", "[\\p{L}'. -]{4,40}",
          "filler", "(\\(a, b\\)|\"): \\p{Lu}.+");

  /** Columns of files. */
  private static final Set<String> COLUMNS = Set.of("skill", "city", "code", "level", "word");

  private static final int CLEANUP_THREADS = 4;

  @TempDir private static Path folder;
  private static Declaration declaration;
  private static List<Asked> asked;
  private static List<Asked> switches;
  private static List<Row> rows;
  private static JsonNode verdict;

  @BeforeAll
  static void run() throws Exception {
    declaration = Declaration.read(SCENARIOS);
    try (Staging staging = Staging.start(folder)) {
      Outcome outcome =
          Home.run(
              Home.command(
                  folder,
                  Home.PATH.resolve("bin/loadtest"),
                  "run",
                  SCENARIOS,
                  "--target",
                  staging.target(),
                  "--report",
                  "report",
                  "--allow-commands",
                  "-Jfault.token=t",
                  "-Jfault.key=k"));
      // Whether it is fast enough is the machine's affair; whether it is right is not.
      assertThat(outcome.exitCode()).as(outcome.output()).isIn(0, 1, 2);
      // The backend's own metrics are read by the listener, and not by a virtual user.
      List<Asked> all = staging.asked();
      asked = all.stream().filter(one -> !one.path().matches("/(metrics|faults/.*)")).toList();
      switches = all.stream().filter(one -> one.path().startsWith("/faults/")).toList();
    }
    rows =
        Row.read(folder.resolve("report/results.jtl")).stream()
            .filter(row -> !row.label().startsWith("fault: "))
            .toList();
    verdict = new ObjectMapper().readTree(folder.resolve("report/verdict.json").toFile());
  }

  @Test
  void theFaultIsSwitchedAsDeclaredAndTheOneAfterTheLoadIsNot() {
    assertThat(switches)
        .extracting(one -> one.method() + " " + one.path() + " " + one.body())
        .containsExactly("PUT /faults/latency {\"millis\": 5}", "DELETE /faults/latency ");
    JsonNode headers = switches.get(0).headers();
    assertThat(headers.path("authorization").asText()).startsWith("Bearer ");
    assertThat(headers.path("x-key").asText()).isEqualTo("k");
    assertThat(headers.path("x-team").asText()).isEqualTo("a");
    assertThat(headers.path("content-type").asText()).isEqualTo("application/json");
    assertThat(switches).allMatch(one -> one.status() / 100 == 2);
  }

  @Test
  void everyRequestIsExactlyOneOfThoseDeclaredAndIsAnsweredAsExpected() throws Exception {
    assertThat(asked).hasSizeGreaterThan(100);
    for (Asked one : asked) {
      List<Declared> declared = declaration.matching(one);
      assertThat(declared).as(one.toString()).hasSize(1);
      assertThat(declared.get(0).expects(one.status())).as(one.toString()).isTrue();
    }
    for (Declared declared : declaration.requests()) {
      assertThat(asked).as(declared.toString()).anyMatch(one -> fits(declared, one));
    }
  }

  @Test
  void theResultsFileHasTheSameRequestsAndNoError() throws Exception {
    Map<String, Long> sent = new TreeMap<>();
    for (Asked one : asked) {
      sent.merge(declaration.matching(one).get(0).label() + " " + one.status(), 1L, Long::sum);
    }
    assertThat(rows).allMatch(Row::ok);
    Map<String, Long> recorded = new TreeMap<>();
    rows.forEach(row -> recorded.merge(row.label() + " " + row.code(), 1L, Long::sum));
    assertThat(recorded).isEqualTo(sent);
  }

  @Test
  void aVariableIsWhatThisUserWasGivenLastAndUniqueDataIsNeverTheSame() throws Exception {
    // A virtual user keeps its connection, so a port of the client is a virtual user.
    Map<Integer, Map<String, String>> given = new HashMap<>();
    Set<String> seen = new HashSet<>();
    int checked = 0;
    for (Asked one : asked) {
      Declared declared = declaration.matching(one).get(0);
      Map<String, String> values = declared.match(one).orElseThrow();
      Map<String, String> own = given.computeIfAbsent(one.port(), port -> new HashMap<>());
      values.keySet().removeAll(COLUMNS);
      if (declared.isCleanup()) {
        continue;
      }
      for (Map.Entry<String, String> value : values.entrySet()) {
        assertThat(value.getValue())
            .as(one.toString())
            .matches(FORMS.getOrDefault(value.getKey(), "(?s).*"));
        boolean isOwn = OWN.contains(value.getKey()) || UNIQUE.contains(value.getKey());
        if (value.getKey().equals("row_email") && one.path().endsWith("/signup")) {
          assertThat(seen.add(value.getValue())).as(one.toString()).isTrue();
          own.put("row_email", value.getValue());
        }
        if (!isOwn) {
          assertThat(value.getValue()).as(one.toString()).isEqualTo(own.get(value.getKey()));
          checked++;
        } else if (UNIQUE.contains(value.getKey()) && !one.path().endsWith("/login")) {
          assertThat(seen.add(value.getKey() + " " + value.getValue())).as(one.toString()).isTrue();
        }
      }
      own.putAll(declared.extracted(one));
    }
    assertThat(checked).isGreaterThan(50);
  }

  @Test
  void rowsOfFilesComeAsDeclared() throws Exception {
    List<List<String>> creators = rows("creators.csv", 1);
    List<String> codes = rows("codes.csv", 0).stream().map(row -> String.join(";", row)).toList();
    Set<String> words =
        rows("words.csv", 1).stream().flatMap(List::stream).collect(Collectors.toSet());
    Map<String, Integer> taken = new TreeMap<>();
    Map<Integer, String> codeOfUser = new HashMap<>();
    for (Asked one : asked) {
      Declared declared = declaration.matching(one).get(0);
      Map<String, String> values = declared.match(one).orElseThrow();
      if (declared.isCleanup()) {
        continue;
      }
      if (values.containsKey("word")) {
        assertThat(words).contains(values.get("word"));
      }
      if (declared.label().equals("PUT /api/v1/cities/{city}")) {
        assertThat(creators).contains(List.of(values.get("skill"), values.get("city")));
        taken.merge(values.get("city"), 1, Integer::sum);
      }
      if (values.containsKey("code") && values.containsKey("level")) {
        assertThat(codes).contains(values.get("code") + ";" + values.get("level"));
        // A user keeps its row, and nobody else has it.
        assertThat(codeOfUser.computeIfAbsent(one.port(), port -> values.get("code")))
            .isEqualTo(values.get("code"));
      }
    }
    assertThat(codeOfUser.values()).hasSize(3).doesNotHaveDuplicates();
    assertThat(taken.keySet())
        .containsExactlyInAnyOrderElementsOf(creators.stream().map(row -> row.get(1)).toList());
    // One after the other, and three users may be in the middle of a row when the test ends.
    assertThat(Collections.max(taken.values()) - Collections.min(taken.values()))
        .isLessThanOrEqualTo(4);
  }

  private static List<List<String>> rows(String file, int header) throws IOException {
    try (CsvReader<CsvRecord> lines =
        CsvReader.builder()
            .detectBomHeader(true)
            .fieldSeparator(file.equals("codes.csv") ? ';' : ',')
            .ofCsvRecord(SCENARIOS.resolveSibling("feeds").resolve(file))) {
      return lines.stream().skip(header).map(CsvRecord::getFields).toList();
    }
  }

  @Test
  void everythingThatIsCreatedIsDeletedOnceByItsOwner() throws Exception {
    Set<String> created = new HashSet<>();
    List<String> deleted = new ArrayList<>();
    for (Asked one : asked) {
      Declared declared = declaration.matching(one).get(0);
      if (declared.request().has("cleanup")) {
        created.addAll(declared.extracted(one).values());
      } else if (declared.isCleanup()) {
        // Who does not own it is answered 404.
        assertThat(one.status()).as(one.toString()).isEqualTo(204);
        deleted.add(one.path().replaceFirst(".*/", ""));
      }
    }
    assertThat(created).hasSizeGreaterThan(10);
    assertThat(deleted).containsExactlyInAnyOrderElementsOf(created);
    assertThat(folder.resolve("report/created-1.jsonl")).doesNotExist();
    assertThat(rows.stream().filter(row -> row.label().startsWith(Declaration.CLEANUP)))
        .hasSameSizeAs(deleted)
        .allMatch(row -> row.thread().startsWith("tearDown "));
  }

  @Test
  void noVirtualUserOpensASecondConnectionOrSendsACookieBack() {
    int users = 0;
    for (JsonNode scenario : declaration.file().path("scenarios")) {
      users += scenario.path("target_vus").asInt();
    }
    assertThat(asked.stream().map(Asked::port).distinct().count())
        .isLessThanOrEqualTo(users + CLEANUP_THREADS);
    assertThat(asked).noneMatch(one -> one.headers().has("cookie"));
  }

  @Test
  void theMixHasTheDeclaredShares() {
    for (JsonNode scenario : declaration.file().path("scenarios")) {
      double weights = 0;
      for (JsonNode endpoint : scenario.path("endpoints")) {
        weights += endpoint.path("weight").asDouble();
      }
      List<Row> own = measured(scenario.path("name").asText());
      for (JsonNode endpoint : scenario.path("endpoints")) {
        String label =
            endpoint
                .path("name")
                .asText(endpoint.path("method").asText() + " " + endpoint.path("path").asText());
        // A thread that is stopped between its draw and its request costs one.
        assertThat((double) own.stream().filter(row -> row.label().equals(label)).count())
            .as(scenario.path("name").asText() + ": " + label)
            .isCloseTo(
                own.size() * endpoint.path("weight").asDouble() / weights,
                within(1 + own.size() / 1_000.0 + scenario.path("target_vus").asInt()));
      }
    }
  }

  @Test
  void requestsAreDueAtTheDeclaredRate() {
    // A request each 20 ms; and in stages up to 20/s in 2 s (5 t^2), 4 s of that, 2 s of 10/s.
    assertDue("A", 400, number -> number / 50.0);
    assertDue(
        "C.methods",
        120,
        number ->
            number < 20
                ? Math.sqrt(number / 5.0)
                : number < 100 ? 2 + (number - 20) / 20.0 : 6 + (number - 100) / 10.0);
  }

  /** When the request with this number, from 0, is due, in seconds. */
  private interface DueTime {
    double seconds(int number);
  }

  private static void assertDue(String scenario, int planned, DueTime time) {
    List<Long> due = measured(scenario).stream().map(Row::due).sorted().toList();
    // A machine that is too slow at the end misses the last ones, and says so in the verdict.
    assertThat(due.size()).as(scenario).isBetween(planned / 2, planned);
    for (int i = 0; i < due.size() && i < planned * 9 / 10; i++) {
      // JMeter's clock of samples is not quite the one of timers.
      assertThat((double) (due.get(i) - due.get(0)))
          .as(scenario + " " + i)
          .isCloseTo(time.seconds(i) * 1000, within(5.0));
    }
    JsonNode schedule = null;
    for (JsonNode one : verdict.path("schedules")) {
      schedule = one.path("scenario").asText().equals(scenario) ? one : schedule;
    }
    assertThat(schedule).as(verdict.toString()).isNotNull();
    assertThat(schedule.path("planned").asInt()).isEqualTo(planned);
    assertThat(schedule.path("achieved").asInt()).isEqualTo(due.size());
  }

  @Test
  void theBackendSawEachRequestBetweenItsStartAndItsEnd() throws Exception {
    List<Row> own = measured("A");
    List<Long> starts = own.stream().map(Row::start).sorted().toList();
    List<Long> ends = own.stream().map(row -> row.start() + row.elapsed()).sorted().toList();
    List<Long> answers = new ArrayList<>();
    Set<String> labels = own.stream().map(Row::label).collect(Collectors.toSet());
    for (Asked one : asked) {
      boolean isOther = one.headers().has("x-mine") || one.headers().has("authorization");
      if (!isOther && labels.contains(declaration.matching(one).get(0).label())) {
        answers.add(one.answeredAt().toEpochMilli());
      }
    }
    answers.sort(Comparator.naturalOrder());
    assertThat(answers).hasSameSizeAs(own);
    for (int i = 0; i < answers.size(); i++) {
      // The access log's line is written when the answer is; two clocks, a few milliseconds.
      assertThat(answers.get(i)).isBetween(starts.get(i) - 5, ends.get(i) + 50);
    }
  }

  @Test
  void theVerdictIsOverTheSameSamples() {
    List<JsonNode> rates = new ArrayList<>();
    verdict.path("objectives").forEach(rates::add);
    rates.removeIf(
        objective ->
            !objective.path("kind").asText().equals("error_rate")
                || !objective.path("label").asText().isEmpty()
                || !objective.path("window").asText().isEmpty()
                || objective.path("severity").asText().equals("warn"));
    assertThat(rates).hasSize(6);
    for (JsonNode rate : rates) {
      assertThat(rate.path("observed").asDouble(1)).as(rate.toString()).isZero();
      // Without those of the warm-up, which is counted from the listener's own start.
      assertThat(rate.path("samples").asInt())
          .as(rate.toString())
          .isBetween(1, measured(rate.path("scenario").asText()).size());
    }
    assertThat(verdict.path("schedules")).hasSize(3);
  }

  private static List<Row> measured(String scenario) {
    return rows.stream().filter(row -> row.isOf(scenario) && !row.isSetup()).toList();
  }

  private static boolean fits(Declared declared, Asked one) {
    try {
      return declared.match(one).isPresent();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
