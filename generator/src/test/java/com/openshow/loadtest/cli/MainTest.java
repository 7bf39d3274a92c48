package com.openshow.loadtest.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MainTest {
  private static final String HEADER = "timeStamp,elapsed,label,responseCode,threadName,success\n";

  @TempDir private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void copySeed() throws Exception {
    try (InputStream seed = MainTest.class.getResourceAsStream("/seed/scenarios.json")) {
      Files.copy(Objects.requireNonNull(seed), folder.resolve("s.json"));
    }
  }

  @Test
  void aWrongCommandLineIs64() {
    assertThat(run()).isEqualTo(64);
    assertThat(run("generat")).isEqualTo(64);
    assertThat(run("validate")).isEqualTo(64);
    assertThat(run("validate", path("absent.json"))).isEqualTo(64);
    assertThat(run("generate", path("s.json"), "--nonsense")).isEqualTo(64);
    assertThat(run("generate", path("s.json"), "--format", "gatling")).isEqualTo(64);
    assertThat(run("verdict", path("s.json"))).isEqualTo(64);
    assertThat(run("run", path("s.json"), "--duration", "soon")).isEqualTo(64);
    assertThat(err.toString(UTF_8)).doesNotContain("Exception", "\tat ");
  }

  @Test
  void aWrongCommandLineIsToldInItsOwnWords() throws Exception {
    Files.writeString(folder.resolve("r.jtl"), HEADER);
    assertError("--results is missing", "verdict", path("s.json"));
    assertError(
        "unknown option --colums; did you mean \"--columns\"?",
        "verdict",
        path("s.json"),
        "--results",
        path("r.jtl"),
        "--colums",
        "label");
    assertError("-Jvus.S_01: expected -Jname=value", "run", path("s.json"), "-Jvus.S_01");
    assertError("the target must be http(s)://", "run", path("s.json"), "--target", "staging");
    assertError("the target must be http(s)://", "run", path("s.json"), "-Jtarget.url=a.b:80/c");
  }

  private void assertError(String message, String... words) {
    err.reset();
    assertThat(run(words)).isEqualTo(64);
    assertThat(err.toString(UTF_8)).startsWith("error: " + message);
  }

  @Test
  void aFolderThatCannotBeWrittenIsNamedWithoutAnException() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThat(run("generate", path("s.json"), "--output", path("file"))).isEqualTo(70);
    assertThat(err.toString(UTF_8)).contains("error: " + file).doesNotContain("Exception");
    err.reset();
    Files.writeString(folder.resolve("r.jtl"), HEADER);
    assertThat(run("verdict", path("s.json"), "-r", path("r.jtl"), "--report", path("file")))
        .isEqualTo(2);
    assertThat(err.toString(UTF_8))
        .contains("the verdict stands", file + ": is a file, and no folder")
        .doesNotContain("Exception");
  }

  @Test
  void helpIsNoError() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString(UTF_8)).contains("validate", "generate", "run", "verdict", "70");
    assertThat(run("verdict", "--help")).isZero();
    assertThat(out.toString(UTF_8)).contains("--results", "--report");
  }

  @Test
  void anInvalidFileIs65() throws Exception {
    Files.writeString(folder.resolve("s.json"), "{}");
    assertThat(run("validate", path("s.json"))).isEqualTo(65);
    assertThat(err.toString(UTF_8)).contains("\"scenarios\" is missing").contains("6 problems");
    assertThat(run("generate", path("s.json"), "--output", path("plans"))).isEqualTo(65);
    assertThat(folder.resolve("plans")).doesNotExist();
  }

  @Test
  void anImportIsValidAndOverwritesNothingUnasked() throws Exception {
    try (InputStream spec = MainTest.class.getResourceAsStream("/imports/petstore.yaml")) {
      Files.copy(Objects.requireNonNull(spec), folder.resolve("p.yaml"));
    }
    assertThat(run("import", "openapi", path("p.yaml"), "--output", path("new.json"))).isZero();
    assertThat(err.toString(UTF_8)).contains("p.yaml: warning: GET /pets: the header parameter");
    assertThat(run("validate", path("new.json"))).isZero();

    assertThat(run("import", "openapi", path("p.yaml"), "--output", path("s.json"))).isEqualTo(64);
    assertThat(err.toString(UTF_8)).contains("s.json exists; --force writes over it");
    assertThat(run("import", "openapi", path("p.yaml"), "--output", path("s.json"), "--force"))
        .isZero();
    assertThat(folder.resolve("s.json")).hasSameBinaryContentAs(folder.resolve("new.json"));

    out.reset();
    assertThat(run("import", "openapi", path("p.yaml"))).isZero();
    assertThat(out.toByteArray()).isEqualTo(Files.readAllBytes(folder.resolve("new.json")));
  }

  @Test
  void anImportOfNothingUsableSaysSo() {
    assertThat(run("import", "har", path("s.json"))).isEqualTo(65);
    assertThat(run("import", "openapi", path("s.json"))).isEqualTo(65);
    assertThat(err.toString(UTF_8)).contains("s.json:1:1: error: ");
    assertThat(run("import")).isEqualTo(64);
    assertThat(run("import", "raml", path("s.json"))).isEqualTo(64);
    assertThat(run("import", "har", path("absent.har"))).isEqualTo(64);
    assertThat(run("import", "openapi", path("s.json"), "--all")).isEqualTo(64);
    assertThat(err.toString(UTF_8)).doesNotContain("Exception", "\tat ");
  }

  @Test
  void aChangedMissingOrLeftOverPlanIsDrift() throws Exception {
    String[] check = {"generate", path("s.json"), "--output", path("plans"), "--check"};
    assertThat(run(check)).isEqualTo(1);
    assertThat(folder.resolve("plans")).doesNotExist();
    assertThat(run("generate", path("s.json"), "--output", path("plans"))).isZero();
    assertThat(run(check)).isZero();

    Files.writeString(folder.resolve("plans/all.jmx"), "edited");
    Files.writeString(folder.resolve("plans/S_09.jmx"), "of a scenario that is no more");
    assertThat(run(check)).isEqualTo(1);
    assertThat(err.toString(UTF_8))
        .contains("all.jmx differs from what")
        .contains("the plan cannot be read: line 1, column 1")
        .contains("S_09.jmx belongs to no scenario; delete it");
  }

  @Test
  void anEditedPlanIsNotOverwrittenUnlessAskedFor() throws Exception {
    String[] generate = {"generate", path("s.json"), "--output", path("plans")};
    assertThat(run(generate)).isZero();
    Path plan = folder.resolve("plans/S_02_Auth_Profile_Read.jmx");
    String generated = Files.readString(plan);
    // What JMeter's GUI does to a plan that is opened and saved.
    Files.writeString(plan, generated.replaceFirst("<!-- Generated .* -->\n", ""));
    assertThat(run(generate)).isZero();
    assertThat(plan).hasContent(generated);

    // A header comment alone shows an edit, where what was generated is missing.
    String edited = generated.replace("Weighted mix", "My mix");
    Files.writeString(plan, edited);
    Files.delete(folder.resolve("plans/.generated/S_02_Auth_Profile_Read.jmx"));
    assertThat(run(generate)).isEqualTo(1);
    assertThat(err.toString(UTF_8)).contains("conflict: ").contains("nothing was written");
    assertThat(run("generate", path("s.json"), "--output", path("plans"), "--theirs")).isZero();
    assertThat(plan).hasContent(edited);
    assertThat(run("generate", path("s.json"), "--output", path("plans"))).isZero();
    assertThat(plan).content().contains("My mix");
  }

  @Test
  void stockPlansHaveAFolderOfTheirOwnSayWhatTheyCannotDoAndKeepEdits() throws Exception {
    String[] generate = {"generate", path("s.json"), "--stock", "--output", path("stock")};
    assertThat(run(generate)).isZero();
    assertThat(err.toString(UTF_8)).contains("note: --stock: /scenarios: nothing is judged");
    Path plan = folder.resolve("stock/S_02_Auth_Profile_Read.jmx");
    String generated = Files.readString(plan);
    Files.writeString(plan, generated.replace("Weighted mix", "My mix"));
    Path file = folder.resolve("s.json");
    Files.writeString(file, Files.readString(file).replace("\"weight\": 70", "\"weight\": 71"));

    assertThat(run("generate", path("s.json"), "--stock", "--output", path("stock"), "--check"))
        .isEqualTo(1);
    assertThat(err.toString(UTF_8)).contains(path("s.json") + " --stock --output ");
    assertThat(run(generate)).isZero();
    assertThat(plan).content().contains("My mix", "GET_api_v1_auth_me,71)");
    assertThat(run("generate", path("s.json"), "--stock", "--format", "targets")).isEqualTo(64);
  }

  @Test
  void anOldPlanIsDriftAndNoEdit() throws Exception {
    String[] generate = {"generate", path("s.json"), "--output", path("plans")};
    assertThat(run(generate)).isZero();
    Path file = folder.resolve("s.json");
    Files.writeString(file, Files.readString(file).replace("\"weight\": 70", "\"weight\": 71"));
    assertThat(run("generate", path("s.json"), "--output", path("plans"), "--check")).isEqualTo(1);
    assertThat(err.toString(UTF_8)).contains("differs from what").doesNotContain("was edited");
    assertThat(run(generate)).isZero();
  }

  @Test
  void aScriptForK6SaysWhatItCannotDoAndIsCheckedForDrift() throws Exception {
    Path file = folder.resolve("s.json");
    Files.writeString(
        file,
        Files.readString(file)
            .replace(
                "\"target_vus\": 10,",
                "\"target_vus\": 10, \"target_rps\": 5, \"arrivals\": \"poisson\","));
    String[] generate = {"generate", path("s.json"), "--format", "k6", "--output", path("k6")};
    assertThat(run(generate)).isZero();
    assertThat(err.toString(UTF_8)).contains("note: /scenarios/2/arrivals: k6 cannot");
    Path script = folder.resolve("k6/loadtest.js");
    String[] check =
        Stream.concat(Stream.of(generate), Stream.of("--check")).toArray(String[]::new);
    assertThat(run(check)).isZero();
    Files.writeString(script, Files.readString(script).replace("p(95)<=50", "p(95)<=5000"));
    assertThat(run(check)).isEqualTo(1);
    assertThat(err.toString(UTF_8)).contains("loadtest.js differs", "--format k6");
  }

  @Test
  void aBodyFileIsReadBelowTheScenarioFilesFolderOnly() throws Exception {
    Path file = folder.resolve("s.json");
    Files.writeString(
        file,
        Files.readString(file)
            .replace("\"data_type\": \"unique_project\"", "\"body_file\": \"bodies/b.json\""));
    Path body = Files.createDirectory(folder.resolve("bodies")).resolve("b.json");
    assertThat(run("validate", path("s.json"))).isEqualTo(65);
    assertThat(err.toString(UTF_8)).contains("cannot be read: there is no such file");

    Path outside = Files.writeString(Files.createTempFile("body", ".json"), "{}");
    try {
      Files.createSymbolicLink(body, outside);
      assertThat(run("validate", path("s.json"))).isEqualTo(65);
      assertThat(err.toString(UTF_8)).contains("it is outside the scenario file's folder");
    } finally {
      Files.delete(outside);
    }
    Files.delete(body);
    Files.createDirectory(body);
    assertThat(run("validate", path("s.json"))).isEqualTo(65);
    assertThat(err.toString(UTF_8)).contains("it is not a file");

    Files.delete(body);
    Files.writeString(body, "{\"title\": 1}");
    String[] generate = {"generate", path("s.json"), "--output", path("plans")};
    assertThat(run(generate)).isZero();
    String plan = Files.readString(folder.resolve("plans/S_03_Critical_Write_Contention.jmx"));
    assertThat(plan).contains("{&quot;title&quot;: 1}");

    // Another body is drift, in the plans that hold it and in the hash of all.
    Files.writeString(body, "{\"title\": 2}");
    assertThat(run("generate", path("s.json"), "--output", path("plans"), "--check")).isEqualTo(1);
    assertThat(err.toString(UTF_8)).contains("S_01_Discovery_Read_Heavy.jmx differs from what");
  }

  @Test
  void recordedResultsAreJudgedTogether() throws Exception {
    // 20 samples an endpoint are the fewest a p95 can be judged by.
    results("a.jtl", 12, 5, "true");
    results("b.jtl", 8, 5, "true");
    assertThat(verdict("a.jtl", "b.jtl")).isZero();
    assertThat(verdict("a.jtl")).isEqualTo(2);
    assertThat(folder.resolve("report/verdict.json")).content().contains("\"INCONCLUSIVE\"");
  }

  @Test
  void aSlowOrFailedRequestIsABreach() throws Exception {
    results("fast.jtl", 18, 5, "true");
    results("slow.jtl", 2, 400, "true");
    assertThat(verdict("fast.jtl", "slow.jtl")).isEqualTo(1);
    results("failed.jtl", 20, 5, "false");
    assertThat(verdict("failed.jtl")).isEqualTo(1);
    results("good.jtl", 20, 5, "true");
    assertThat(
            run(
                "verdict",
                path("s.json"),
                "--results",
                path("good.jtl"),
                "-Jslo_p95_ms.S_02_Auth_Profile_Read.GET_api_v1_auth_me=4"))
        .isEqualTo(1);
  }

  @Test
  void theWarmUpLastsFromTheEarliestSampleOfAllFiles() throws Exception {
    Path file = folder.resolve("s.json");
    Files.writeString(file, Files.readString(file).replaceFirst("\\{", "{\"warm_up\": \"10s\","));
    String row = ",5,GET /api/v1/auth/me,200,S_02_Auth_Profile_Read 1-1,true\n";
    StringBuilder late = new StringBuilder(HEADER);
    for (int i = 0; i < 30; i++) {
      late.append(15_000 + 500 * i).append(row);
    }
    Files.writeString(folder.resolve("late.jtl"), late);
    Files.writeString(folder.resolve("early.jtl"), HEADER + 10_000 + row);

    verdict("late.jtl");
    assertThat(out.toString(UTF_8)).containsPattern("GET /api/v1/auth/me .* 10\n");
    out.reset();
    verdict("late.jtl", "early.jtl");
    assertThat(out.toString(UTF_8)).containsPattern("GET /api/v1/auth/me .* 20\n");
    String together = out.toString(UTF_8);
    out.reset();
    verdict("early.jtl", "late.jtl");
    assertThat(out.toString(UTF_8)).isEqualTo(together);
    out.reset();
    // What the plan takes from -J, the verdict takes, too.
    run("verdict", path("s.json"), "--results", path("late.jtl"), "-Jwarm_up=2.5");
    assertThat(out.toString(UTF_8)).containsPattern("GET /api/v1/auth/me .* 25\n");
    assertThat(run("verdict", path("s.json"), "--results", path("late.jtl"), "-Jwarm_up=soon"))
        .isEqualTo(64);
  }

  @Test
  void theCapacityOfABreakpointScenarioIsFoundInRecordedResultsOfSeveralInjectors()
      throws Exception {
    Path file = folder.resolve("s.json");
    Files.writeString(file, Files.readString(file).replace("Load/Soak", "Breakpoint"));
    for (String name : new String[] {"a.jtl", "b.jtl"}) {
      StringBuilder rows = new StringBuilder(HEADER);
      for (int second = 0; second < 30; second++) {
        // Each of two injectors: ever more users, and slow from the 15th second on.
        for (int user = 0; user < 10 + second; user++) {
          rows.append(second * 1000L)
              .append(second < 15 ? ",5" : ",900")
              .append(",GET /api/v1/auth/me");
          rows.append(",200,S_02_Auth_Profile_Read 1-").append(user).append(",true\n");
        }
      }
      Files.writeString(folder.resolve(name), rows);
    }
    verdict("a.jtl", "b.jtl");
    // From 10 to 15 s: 20 to 24 users an injector, each with a request a second.
    assertThat(out.toString(UTF_8))
        .contains(
            "Capacity of S_02_Auth_Profile_Read: 44 requests/s with 48 virtual users; then p95 of"
                + " GET /api/v1/auth/me was 900 ms > ");
    assertThat(out.toString(UTF_8))
        .containsPattern("PASS +S_02_Auth_Profile_Read +GET /api/v1/auth/me .* 510\n");
  }

  @Test
  void aCutOffLastLineIsToleratedAndSaid() throws Exception {
    results("cut.jtl", 20, 5, "true");
    Files.writeString(
        folder.resolve("cut.jtl"), Files.readString(folder.resolve("cut.jtl")) + "1000,5,GET /ap");
    assertThat(verdict("cut.jtl")).isZero();
    assertThat(err.toString(UTF_8)).contains("the last line was cut off and is not counted");
  }

  @Test
  void xmlResultsCountTopLevelSamplesOnly() throws Exception {
    String sample =
        "<httpSample t=\"5\" ts=\"1000\" s=\"true\" lb=\"GET /api/v1/creators\" rc=\"200\""
            + " tn=\"S_01_Discovery_Read_Heavy 1-1\">";
    Files.writeString(
        folder.resolve("r.xml"),
        "<testResults version=\"1.2\">"
            + (sample + sample + "</httpSample></httpSample>").repeat(20)
            + "</testResults>");
    assertThat(verdict("r.xml")).isEqualTo(2);
    assertThat(out.toString(UTF_8))
        .containsPattern(
            "PASS [(]borderline[)] +S_01_Discovery_Read_Heavy +GET /api/v1/creators .* 20\n");
  }

  @Test
  void whatIsNoResultsFileIs65AndNamesWhatIsMissing() throws Exception {
    Files.writeString(folder.resolve("r.jtl"), "timeStamp,label\n1,x\n");
    assertThat(verdict("r.jtl")).isEqualTo(65);
    assertThat(err.toString(UTF_8)).contains("elapsed, success");
    Files.writeString(folder.resolve("r.jtl"), "");
    assertThat(verdict("r.jtl")).isEqualTo(2);
  }

  private void results(String name, int samples, int millis, String success) throws Exception {
    StringBuilder rows = new StringBuilder(HEADER);
    String[][] endpoints = {
      {"S_01_Discovery_Read_Heavy", "GET /api/v1/creators"},
      {"S_01_Discovery_Read_Heavy", "GET /api/v1/search/suggestions"},
      {"S_02_Auth_Profile_Read", "GET /api/v1/auth/me"},
      {"S_02_Auth_Profile_Read", "GET /api/v1/projects"},
      {"S_03_Critical_Write_Contention", "POST /api/v1/auth/signup"},
      {"S_03_Critical_Write_Contention", "POST /api/v1/projects"},
    };
    for (String[] endpoint : endpoints) {
      for (int i = 0; i < samples; i++) {
        rows.append(1000 + i).append(',').append(millis).append(',').append(endpoint[1]);
        rows.append(",200,").append(endpoint[0]).append(" 1-1,").append(success).append('\n');
      }
    }
    Files.writeString(folder.resolve(name), rows);
  }

  private int verdict(String... results) {
    String[] args = new String[results.length + 5];
    args[0] = "verdict";
    args[1] = path("s.json");
    args[2] = "--report";
    args[3] = path("report");
    args[4] = "--results";
    for (int i = 0; i < results.length; i++) {
      args[5 + i] = path(results[i]);
    }
    return run(args);
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private int run(String... args) {
    return Main.run(
        args, new Console(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8)));
  }
}
