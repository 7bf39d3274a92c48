package com.openshow.loadtest.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
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
        .containsPattern("PASS +S_01_Discovery_Read_Heavy +GET /api/v1/creators .* 20\n");
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
