package com.openshow.loadtest.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.openshow.loadtest.distribution.Home.Outcome;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However a test ends, no fault is left on, and what was measured around it is judged. */
final class FaultsIT {
  private static final String SCENARIOS =
      """
      {
        "project_name": "faults", "test_tool": "JMeter", "staging_url": "http://127.0.0.1:1",
        "global_vus": 2, "global_duration": "600s",
        "objectives": [{"indicator": "error_rate", "target": 100, "scenario": "Reads", "abort": "2s"}],
        "faults": [
          {"name": "errors", "at": "2s", "for": "590s",
           "start": {"http": {"method": "PUT", "url": "/faults/errors", "body": {"ratio": 1}}},
           "stop": {"http": {"method": "DELETE", "url": "/faults/errors"}},
           "expect": {
             "before": [{"indicator": "error_rate", "target": 0.1, "scenario": "Reads"}],
             "during": [{"indicator": "error_rate", "op": "gte", "target": 99, "scenario": "Reads"}],
             "recovery": [{"indicator": "error_rate", "target": 1, "recovers": "5s", "scenario": "Reads"}]}}
        ],
        "scenarios": [
          {"name": "Reads", "type": "Load/Soak", "target_vus": 2, "target_rps": 50,
           "slo": {"slo_error_percent": 100},
           "endpoints": [{"path": "/api/v1/creators", "method": "GET", "weight": 1}]}
        ]
      }
      """;

  // How fast the machine is must not fail a test, and nor need it last for 80 s.
  private static final List<String> SHORTER =
      List.of(
          "-Jduration=34",
          "-Jfault.replica-down.at=6",
          "-Jfault.replica-down.for=5",
          "-Jfault.provider-down.at=14",
          "-Jfault.provider-down.for=8",
          "-Jexpect.replica-down.before.1=60000",
          "-Jexpect.replica-down.during.2=60000",
          "-Jexpect.replica-down.recovery.1=60000",
          "-Jexpect.provider-down.during.2=60000");

  private static final int SECONDS = 30;
  private static final int KILLED = 128;

  @TempDir private static Path shared;
  private static Staging staging;

  @TempDir private Path folder;
  private int askedBefore;

  @BeforeAll
  static void startStaging() throws Exception {
    staging = Staging.start(shared);
  }

  @AfterAll
  static void stopStaging() {
    staging.close();
  }

  @Test
  void whatIsExpectedBeforeInAndAfterAFaultIsJudgedByLiveAndRecordedSamplesAlike()
      throws Exception {
    Outcome live = Home.run(run(SCENARIOS, "-Jduration=9", "-Jfault.errors.for=3"));

    assertThat(live.exitCode()).as(live.output()).isZero();
    assertThat(switches()).containsExactly("PUT", "DELETE");
    JsonNode verdict = json("report/verdict.json");
    assertThat(verdicts(verdict)).containsExactly("PASS", "PASS", "PASS", "PASS", "PASS");
    assertThat(verdict.path("faults").path(0).path("name").asText()).isEqualTo("errors");
    assertThat(Files.readString(folder.resolve("report/junit.xml")))
        .contains("error_rate")
        .contains("during fault errors");

    Outcome offline =
        Home.run(
            loadtest(
                "verdict",
                scenarios(SCENARIOS),
                "--results",
                "report/results.jtl",
                "--report",
                "jtl"));
    assertThat(offline.exitCode()).as(offline.output()).isZero();
    assertThat(observed(json("jtl/verdict.json"))).isEqualTo(observed(verdict));
    offline =
        Home.run(
            loadtest(
                "verdict",
                scenarios(SCENARIOS),
                "--results",
                "report/histograms.hlog",
                "--report",
                "hlog"));
    assertThat(verdicts(json("hlog/verdict.json")))
        .as(offline.output())
        .isEqualTo(verdicts(verdict));
  }

  @Test
  void theBreakerOfTheProjectTripsAndRecoversAndReadsGoOnWithoutAReplica() throws Exception {
    Path own = Files.createDirectory(folder.resolve("staging"));
    Outcome outcome;
    try (Staging other =
        Staging.start(own, "--breaker-open-wait", "3s", "--breaker-half-open-calls", "8")) {
      List<Object> words =
          new ArrayList<>(
              List.of(
                  "run",
                  Staging.ROOT.resolve("config/loadtests/resilience.json"),
                  "--target",
                  other.target(),
                  "--report",
                  "report"));
      words.addAll(SHORTER);
      outcome = Home.run(loadtest(words.toArray()));
    }

    assertThat(outcome.exitCode()).as(outcome.output()).isZero();
    JsonNode verdict = json("report/verdict.json");
    assertThat(verdicts(verdict)).hasSize(17).containsOnly("PASS");
    assertThat(outcome.output())
        .containsPattern("PASS .*Circuit breaker .*closed -> open -> half_open -> closed")
        .containsPattern("PASS .*Internal timeouts")
        .containsPattern("PASS .*Replica is down")
        .containsPattern("PASS .*Replica is back");
  }

  @Test
  void aTestThatAbortsItselfLeavesNoFaultOn() throws Exception {
    Outcome outcome = Home.run(run(SCENARIOS, "-Jobjective.1=1"));

    assertThat(outcome.exitCode()).as(outcome.output()).isEqualTo(1);
    assertThat(outcome.output())
        .contains("ABORTED: error_rate of all requests of Reads")
        .containsPattern("PASS .*error_rate >= 99 % during fault errors")
        .containsPattern("Fault errors: on from .* to ");
    assertThat(switches()).containsExactly("PUT", "DELETE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM"})
  void norDoesOneThatASignalEnds(String signal) throws Exception {
    Process jmeter = startedFault(List.of("env", "--default-signal=" + signal));
    Home.run(Home.command(folder, "kill", "-" + signal, jmeter.pid()));

    assertThat(jmeter.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(jmeter.exitValue()).isGreaterThan(KILLED);
    assertThat(switches()).containsExactly("PUT", "DELETE");
    JsonNode verdict = json("report/verdict.json");
    assertThat(verdict.path("interruption").asText()).contains("interrupted before its end");
    assertThat(verdict.path("faults").path(0).path("name").asText()).isEqualTo("errors");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Shutdown", "StopTestNow"})
  void norDoesOneThatIsStopped(String message) throws Exception {
    int port = Injector.freePort();
    Process jmeter =
        startedFault(
            List.of(),
            "-Jjmeterengine.nongui.port=" + port,
            "-Jjmeterengine.nongui.maxport=" + port);
    byte[] stop = message.getBytes(StandardCharsets.US_ASCII);
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.send(new DatagramPacket(stop, stop.length, InetAddress.getLoopbackAddress(), port));
    }

    assertThat(jmeter.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(switches()).containsExactly("PUT", "DELETE");
  }

  @Test
  void ofARunThatWasKilledTheNextOneKnows() throws Exception {
    Process jmeter = startedFault(List.of());
    jmeter.descendants().forEach(ProcessHandle::destroyForcibly);
    jmeter.destroyForcibly();
    jmeter.waitFor();
    assertThat(switches()).containsExactly("PUT");

    Outcome next = Home.run(run(SCENARIOS, "-Jduration=6", "-Jfault.errors.for=2"));
    assertThat(next.output())
        .contains("the fault errors of an earlier run")
        .contains("may still be on, since that run was killed. To switch it off: DELETE http");
    assertThat(switches()).containsExactly("PUT", "DELETE");

    // That run has switched it off for both.
    assertThat(Home.run(run(SCENARIOS, "-Jduration=3")).output()).doesNotContain("earlier run");
  }

  @Test
  void commandsRunOnlyWhereSomebodyAllowsIt() throws Exception {
    String scenarios =
        SCENARIOS
            .replaceAll("\"start\": .*,", "\"start\": {\"command\": [\"touch\", \"on\"]},")
            .replaceAll("\"stop\": .*,", "\"stop\": {\"command\": [\"touch\", \"off\"]},");

    Outcome refused = Home.run(run(scenarios, "-Jduration=6", "-Jfault.errors.for=2"));
    assertThat(refused.exitCode()).as(refused.output()).isEqualTo(65);
    assertThat(refused.output())
        .contains("the fault runs commands on this machine, which nobody has allowed")
        .contains("--allow-commands")
        .doesNotContain("\tat ");
    assertThat(folder.resolve("on")).doesNotExist();

    Outcome allowed =
        Home.run(run(scenarios, "-Jduration=6", "-Jfault.errors.for=2", "--allow-commands"));
    assertThat(folder.resolve("on")).as(allowed.output()).exists();
    assertThat(folder.resolve("off")).exists();
    assertThat(allowed.output()).containsPattern("Fault errors: on from .* to ");
  }

  @Test
  void aFaultThatCannotBeSwitchedOnIsSaidAndNothingOfItPasses() throws Exception {
    Outcome outcome =
        Home.run(
            run(
                SCENARIOS.replace("/faults/errors", "/faults/erors"),
                "-Jduration=5",
                "-Jfault.errors.for=2"));

    assertThat(outcome.exitCode()).as(outcome.output()).isEqualTo(2);
    assertThat(outcome.output())
        .contains("the fault errors could not be switched on: PUT http")
        .contains("answered with status 404");
    assertThat(verdicts(json("report/verdict.json")))
        .containsExactly("PASS", "PASS", "PASS", "INCONCLUSIVE", "INCONCLUSIVE");
  }

  /** Runs it until the fault is on. */
  private Process startedFault(List<String> before, String... options) throws Exception {
    Outcome plan =
        Home.run(loadtest("generate", scenarios(SCENARIOS), "--output", folder.resolve("plans")));
    assertThat(plan.exitCode()).as(plan.output()).isZero();
    List<Object> words = new ArrayList<>(before);
    words.addAll(
        List.of(
            Home.JMETER,
            "-n",
            "-t",
            folder.resolve("plans/all.jmx"),
            "-Jreport.dir=report",
            "-Jtarget.url=" + staging.target(),
            "-Jfaults.journal=" + folder.resolve("journal")));
    words.addAll(List.of(options));
    askedBefore = staging.asked().size();
    Process jmeter =
        Home.command(folder, words.toArray())
            .redirectOutput(folder.resolve("output.txt").toFile())
            .start();
    for (int i = 0; i < 10 * SECONDS && jmeter.isAlive() && errorsAreFew(); i++) {
      TimeUnit.MILLISECONDS.sleep(100);
    }
    assertThat(switches())
        .as(Files.readString(folder.resolve("output.txt")))
        .containsExactly("PUT");
    return jmeter;
  }

  private boolean errorsAreFew() throws IOException {
    return own().stream().filter(asked -> asked.status() == 500).count() < 20;
  }

  private ProcessBuilder run(String scenarios, String... options) throws IOException {
    askedBefore = staging.asked().size();
    List<Object> words =
        new ArrayList<>(
            List.of(
                "run",
                scenarios(scenarios),
                "--target",
                staging.target(),
                "--report",
                "report",
                "-Jfaults.journal=" + folder.resolve("journal")));
    words.addAll(List.of(options));
    return loadtest(words.toArray());
  }

  private ProcessBuilder loadtest(Object... words) {
    List<Object> command = new ArrayList<>(List.of(Home.PATH.resolve("bin/loadtest")));
    command.addAll(List.of(words));
    return Home.command(folder, command.toArray());
  }

  private Path scenarios(String text) throws IOException {
    return Files.writeString(folder.resolve("scenarios.json"), text);
  }

  /** What staging was asked in this test. */
  private List<Asked> own() throws IOException {
    List<Asked> asked = staging.asked();
    return asked.subList(askedBefore, asked.size());
  }

  /** The methods of the requests that switched faults, in their order. */
  private List<String> switches() throws IOException {
    return own().stream()
        .filter(asked -> asked.path().startsWith("/faults/"))
        .map(Asked::method)
        .toList();
  }

  private JsonNode json(String file) throws IOException {
    return new ObjectMapper().readTree(folder.resolve(file).toFile());
  }

  private static List<String> verdicts(JsonNode verdict) {
    return texts(verdict, "verdict");
  }

  private static List<String> observed(JsonNode verdict) {
    return texts(verdict, "observed");
  }

  private static List<String> texts(JsonNode verdict, String member) {
    List<String> texts = new ArrayList<>();
    verdict.path("objectives").forEach(one -> texts.add(one.path(member).asText()));
    return texts;
  }
}
