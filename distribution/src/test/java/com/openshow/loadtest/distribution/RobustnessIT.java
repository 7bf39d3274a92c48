package com.openshow.loadtest.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.openshow.loadtest.distribution.Home.Outcome;
import java.io.IOException;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever ends a run, or takes its disk away: what was measured is judged, and it is said. */
final class RobustnessIT {
  private static final String SCENARIO = "S_01_Discovery_Read_Heavy";
  private static final Path PLAN = Staging.ROOT.resolve("plans/" + SCENARIO + ".jmx");
  private static final int SECONDS = 30;
  private static final int KILLED = 128;
  private static final int FULL = 1_024;

  // No machine misses them: a timing must not fail a test.
  private static final List<String> HELD =
      List.of(
          "-Jbackend.objective.1=101",
          "-Jbackend.objective.2=101",
          "-Jbackend.objective.3=101",
          "-Jslo_p95_ms." + SCENARIO + ".GET_api_v1_creators=60000",
          "-Jslo_p95_ms." + SCENARIO + ".GET_api_v1_search_suggestions=60000");

  private static final Pattern ELSEWHERE =
      Pattern.compile("the report folder cannot be written \\((.*)\\); instead: (\\S+)");

  @TempDir private static Path shared;
  private static Staging staging;

  @TempDir private Path folder;

  @BeforeAll
  static void startStaging() throws Exception {
    staging = Staging.start(shared);
  }

  @AfterAll
  static void stopStaging() {
    staging.close();
  }

  @BeforeEach
  void makeTemporaryFolder() throws IOException {
    Files.createDirectory(folder.resolve("tmp"));
  }

  @Test
  void aRunThatIsKilledIsJudgedUpToItsLastSeconds() throws Exception {
    Process jmeter = start(command("-Jduration=600"));
    jmeter.destroyForcibly();
    assertThat(jmeter.waitFor()).isEqualTo(KILLED + 9);

    JsonNode offline = offline("histograms.hlog", 2);
    assertThat(offline.path("interruption").asText())
        .contains("the histogram log has no end: the run was killed");
    JsonNode all = objectives(offline).get(2);
    assertThat(all.path("verdict").asText()).isEqualTo("PASS");
    assertThat(all.path("samples").asInt()).isBetween(1, staging.asked().size());
  }

  @ParameterizedTest
  @CsvSource({"TERM, 15", "INT, 2"})
  void aRunThatIsToldToEndIsJudgedAndItsLogSaysTheSame(String signal, int number) throws Exception {
    // A shell lets its background processes ignore Ctrl-C, and they their children.
    Process jmeter =
        start(command(List.of("env", "--default-signal=" + signal), PLAN, "-Jduration=600"));
    Home.run(Home.command(folder, "kill", "-" + signal, jmeter.pid()));
    assertThat(jmeter.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();

    assertThat(jmeter.exitValue()).isEqualTo(KILLED + number);
    assertStopped("the run was interrupted before its end");
  }

  @Test
  void aTestThatIsStoppedCannotPass() throws Exception {
    int port = Injector.freePort();
    Process jmeter =
        start(
            command(
                "-Jduration=600",
                "-Jjmeterengine.nongui.port=" + port,
                "-Jjmeterengine.nongui.maxport=" + port));
    byte[] shutdown = "Shutdown".getBytes(StandardCharsets.US_ASCII);
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.send(
          new DatagramPacket(shutdown, shutdown.length, InetAddress.getLoopbackAddress(), port));
    }
    assertThat(jmeter.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();

    assertThat(jmeter.exitValue()).isEqualTo(2);
    assertStopped("the test was stopped before its end");
  }

  private void assertStopped(String why) throws Exception {
    assertThat(output())
        .contains("INCONCLUSIVE: " + why)
        // How many of the backend's three could be judged depends on how long it ran.
        .containsPattern("Verdict: INCONCLUSIVE \\([3-6] passed, 0 failed");
    JsonNode live = json("report/verdict.json");
    assertThat(live.path("interruption").asText()).isEqualTo(why);
    JsonNode offline = offline("histograms.hlog", 2);
    assertThat(offline.path("interruption").asText()).endsWith("histograms.hlog: " + why);
    assertThat(objectives(offline)).isEqualTo(objectives(live));
  }

  @Test
  void reportsGoElsewhereWhenTheirFolderCannotBe() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "x");

    Outcome outcome = Home.run(command("-Jduration=8", "-Jreport.dir=" + file + "/report"));

    assertThat(outcome.exitCode()).as(outcome.output()).isZero();
    assertElsewhere(outcome, "file", "histograms.hlog", "verdict.json", "report.html");
  }

  @Test
  void aFullDiskCostsTheLogAndNotTheVerdict() throws Exception {
    Path disk = Files.createDirectory(folder.resolve("report"));
    Outcome mount =
        Home.run(Home.command(folder, "mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk));
    assumeThat(mount.exitCode()).as("only root may mount: %s", mount.output()).isZero();
    Outcome outcome;
    try {
      Process jmeter = start(command("-Jduration=8", "-l", disk + "/results.jtl"));
      fill(disk.resolve("filler"));
      assertThat(jmeter.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
      outcome = new Outcome(jmeter.exitValue(), output());
    } finally {
      Home.run(Home.command(folder, "umount", disk));
    }

    assertThat(outcome.exitCode()).as(outcome.output()).isZero();
    assertThat(outcome.output())
        .containsOnlyOnce("no histogram log is written any more (No space left on device)");
    assertElsewhere(outcome, "No space left on device", "verdict.json", "report.html");
  }

  private static void fill(Path file) throws IOException {
    try (OutputStream filler = Files.newOutputStream(file)) {
      for (int i = 0; i < FULL; i++) {
        filler.write(new byte[FULL]);
      }
      fail("there is room for ever");
    } catch (IOException e) {
      assertThat(e).hasMessageContaining("No space left");
    }
  }

  private static void assertElsewhere(Outcome outcome, String why, String... files)
      throws IOException {
    assertThat(outcome.output()).contains("Verdict: PASS (6 passed").doesNotContain("\tat ");
    Matcher elsewhere = ELSEWHERE.matcher(outcome.output());
    assertThat(elsewhere.find()).as(outcome.output()).isTrue();
    assertThat(elsewhere.group(1)).contains(why);
    try (Stream<Path> written = Files.list(Path.of(elsewhere.group(2)))) {
      assertThat(written.map(file -> file.getFileName().toString())).contains(files);
    }
    assertThat(outcome.output()).contains("Reports: " + elsewhere.group(2));
    assertThat(elsewhere.find()).isFalse();
  }

  @Test
  void twoListenersHaveTwoVerdictsAndOneExitCode() throws Exception {
    String plan = Files.readString(PLAN);
    int from = plan.indexOf("<com.openshow.loadtest.jmeter.SloListener ");
    int to = plan.indexOf("<hashTree/>", from) + "<hashTree/>".length();
    String listener = plan.substring(from, to);
    Path two = folder.resolve("two.jmx");
    Files.writeString(
        two,
        plan.replace(
            listener, listener + listener.replace("GET_api_v1_creators,50", "never_mind,0.0001")));

    Outcome outcome = Home.run(command(List.of(), two, "-Jduration=8"));

    assertThat(outcome.exitCode()).as(outcome.output()).isEqualTo(1);
    JsonNode first = json("report/verdict.json");
    JsonNode second = json("report/listener-2/verdict.json");
    assertThat(first.path("verdict").asText()).isEqualTo("PASS");
    assertThat(second.path("verdict").asText()).isEqualTo("FAIL");
    assertThat(objectives(second).get(1)).isEqualTo(objectives(first).get(1));
    assertThat(folder.resolve("report/listener-2/histograms.hlog")).isNotEmptyFile();
  }

  private ProcessBuilder command(String... options) {
    return command(List.of(), PLAN, options);
  }

  private ProcessBuilder command(List<String> before, Path plan, String... options) {
    List<Object> words = new ArrayList<>(before);
    words.addAll(
        List.of(
            Home.JMETER,
            "-n",
            "-t",
            plan,
            "-Jreport.dir=report",
            "-Jtarget.url=" + staging.target(),
            "-Jvus." + SCENARIO + "=5",
            "-Jramp_up=0",
            "-Jtarget_rps." + SCENARIO + "=50",
            "-Jslo.histogram_log_seconds=1"));
    words.addAll(HELD);
    words.addAll(List.of(options));
    ProcessBuilder command = Home.command(folder, words.toArray());
    command.environment().put("JVM_ARGS", "-Djava.io.tmpdir=" + folder.resolve("tmp"));
    return command;
  }

  /** Starts it, and waits until its log has something to judge. */
  private Process start(ProcessBuilder command) throws Exception {
    Process jmeter = command.redirectOutput(folder.resolve("output.txt").toFile()).start();
    Path log = folder.resolve("report/histograms.hlog");
    for (int i = 0; i < 10 * SECONDS && jmeter.isAlive() && !hasPortions(log); i++) {
      TimeUnit.MILLISECONDS.sleep(100);
    }
    assertThat(hasPortions(log)).as(output()).isTrue();
    return jmeter;
  }

  /** So many that every objective has samples enough. */
  private static boolean hasPortions(Path log) throws IOException {
    return Files.exists(log) && Files.readString(log).split("creators:request:resp").length > 4;
  }

  private String output() throws IOException {
    return Files.readString(folder.resolve("output.txt"));
  }

  private JsonNode offline(String log, int exitCode) throws Exception {
    List<Object> words =
        new ArrayList<>(
            List.of(
                Home.PATH.resolve("bin/loadtest"),
                "verdict",
                Staging.ROOT.resolve("config/loadtests/scenarios.json"),
                "--results",
                "report/" + log,
                "--report",
                "offline"));
    words.addAll(HELD);
    Outcome outcome = Home.run(Home.command(folder, words.toArray()));
    assertThat(outcome.exitCode()).as(outcome.output()).isEqualTo(exitCode);
    return json("offline/verdict.json");
  }

  private static List<JsonNode> objectives(JsonNode verdict) {
    List<JsonNode> own = new ArrayList<>();
    for (JsonNode objective : verdict.path("objectives")) {
      if (objective.path("scenario").asText().equals(SCENARIO)) {
        own.add(objective);
      }
    }
    return own;
  }

  private JsonNode json(String name) throws IOException {
    return new ObjectMapper().readTree(folder.resolve(name).toFile());
  }
}
