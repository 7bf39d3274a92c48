package com.openshow.loadtest.scenario.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.openshow.loadtest.scenario.BackendPromise;
import com.openshow.loadtest.scenario.Fault;
import com.openshow.loadtest.scenario.FaultAction;
import com.openshow.loadtest.scenario.LoadTest;
import com.openshow.loadtest.scenario.Promise;
import com.openshow.loadtest.slo.FaultWindow;
import com.openshow.loadtest.slo.Objective;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class FaultsTest {
  private static final String FILE =
      """
      {
        "project_name": "p", "test_tool": "t", "staging_url": "http://127.0.0.1:1",
        "global_vus": 2, "global_duration": "60s",
        %s,
        "scenarios": [
          {"name": "Reads", "type": "Smoke", "target_vus": 1,
           "endpoints": [{"path": "/a", "method": "GET", "weight": 1}]},
          {"name": "Writes", "type": "Smoke", "target_vus": 1,
           "endpoints": [{"path": "/b", "method": "POST", "weight": 1}]}]
      }
      """;

  private static final String SWITCHES =
      """
      "start": {"http": {"method": "PUT", "url": "/faults/x"}},
      "stop": {"http": {"method": "DELETE", "url": "/faults/x"}}
      """;

  private static ReadResult read(String part) throws InvalidScenarioException {
    return ScenarioReader.read(
        "scenarios.json", FILE.formatted(part).getBytes(StandardCharsets.UTF_8));
  }

  private static String problems(String part) {
    InvalidScenarioException refused =
        catchThrowableOfType(InvalidScenarioException.class, () -> read(part));
    assertThat(refused).as(part).isNotNull();
    return refused.problems().stream().map(Problem::toString).collect(Collectors.joining("\n"));
  }

  private static String fault(String more) {
    return """
    "faults": [{"name": "db", "at": "10s", "for": "20s", %s %s}]
    """
        .formatted(SWITCHES, more);
  }

  private static List<String> promises(LoadTest test) {
    return Promise.of(test).stream()
        .filter(promise -> promise.objective().window() instanceof FaultWindow)
        .map(promise -> promise.properties() + " " + promise.objective().promise())
        .toList();
  }

  @Test
  void aFaultHasItsTimeAndItsSwitches() throws Exception {
    Fault fault =
        read("""
             "faults": [{"name": "db", "at": "10s", "for": "20s",
               "start": {"http": {"method": "POST", "url": "http://127.0.0.1:8474/proxies/db",
                 "headers": {"X-Key": "env:KEY", "X-Team": "a"}, "bearer": "property:token",
                 "body": {"enabled": false}, "status": [200, 204]}, "timeout": "2s"},
               "stop": {"command": ["kubectl", "uncordon", "node a"]}}]
             """)
            .loadTest()
            .faults()
            .get(0);

    assertThat(fault.at()).isEqualTo(Duration.ofSeconds(10));
    assertThat(fault.time()).isEqualTo(Duration.ofSeconds(20));
    FaultAction.Http start = (FaultAction.Http) fault.start();
    assertThat(start.describe()).isEqualTo("POST http://127.0.0.1:8474/proxies/db");
    assertThat(start.isOnTarget()).isFalse();
    assertThat(start.body().orElseThrow()).contains("\"enabled\"");
    assertThat(start.statuses()).containsExactly(200, 204);
    assertThat(start.timeout()).isEqualTo(Duration.ofSeconds(2));
    assertThat(start.headers())
        .containsExactly(
            new FaultAction.Header("X-Key", "", Optional.of(new FaultAction.Secret("", "KEY"))),
            new FaultAction.Header("X-Team", "a", Optional.empty()),
            new FaultAction.Header(
                "Authorization", "Bearer ", Optional.of(new FaultAction.Secret("token", ""))));
    assertThat(((FaultAction.Command) fault.stop()).words())
        .containsExactly("kubectl", "uncordon", "node a");
  }

  @Test
  void whatIsExpectedHasTheWindowOfItsPhaseAndAPropertyOfItsOwn() throws Exception {
    LoadTest test =
        read(fault(
                """
                , "expect": {
                  "before": [{"indicator": "p95", "target": 100, "scenario": "Reads"}],
                  "during": [{"indicator": "error_rate", "target": 1}],
                  "after": [{"indicator": "p95", "target": 100, "scenario": "Reads"},
                            {"indicator": "rps", "target": 5, "scenario": "Writes", "time": "5s"}],
                  "recovery": [{"indicator": "p95", "target": 100, "scenario": "Reads", "recovers": "3s"}]}
                """))
            .loadTest();

    assertThat(promises(test))
        .containsExactlyInAnyOrder(
            "[expect.db.before.1] p95 <= 100 ms before fault db",
            "[expect.db.during.1] error_rate <= 1 % during fault db",
            "[expect.db.after.1] p95 <= 100 ms after fault db",
            "[expect.db.after.2] rps >= 5 /s for 5s after fault db",
            "[expect.db.recovery.1] p95 <= 100 ms again within 3s after fault db");
  }

  @Test
  void aPlanOfOneScenarioHasTheFaultsThatSomethingIsExpectedOfThere() throws Exception {
    LoadTest test =
        read("""
             "backend": {"scrape": "/metrics", "objectives": [
               {"name": "CPU", "query": "cpu", "target": 1, "unit": "/s", "fault": "api"},
               {"name": "Memory", "query": "memory", "target": 1, "unit": "MB"}]},
             "faults": [
               {"name": "db", "at": "1s", "for": "2s", %1$s,
                "expect": {"during": [{"indicator": "p95", "target": 100, "scenario": "Writes"}]}},
               {"name": "api", "at": "5s", "for": "2s", %1$s}]
             """
                .formatted(SWITCHES))
            .loadTest();

    assertThat(test.faults(test.scenarios())).extracting(Fault::name).containsExactly("db", "api");
    assertThat(test.faults(test.scenarios().subList(0, 1))).isEmpty();
    assertThat(test.faults(test.scenarios().subList(1, 2)))
        .extracting(Fault::name)
        .containsExactly("db");
    assertThat(names(test.backendPromises(test.scenarios()))).containsExactly("CPU", "Memory");
    assertThat(names(test.backendPromises(test.scenarios().subList(1, 2))))
        .containsExactly("Memory");
  }

  private static List<String> names(List<BackendPromise> promises) {
    return promises.stream().map(promise -> promise.objective().name()).toList();
  }

  @Test
  void anObjectiveOfTheBackendMayBeForAPhaseOfAFault() throws Exception {
    LoadTest test =
        read("""
             "backend": {"scrape": "/metrics", "objectives": [
               {"name": "b", "query": "x", "target": 1, "unit": "%", "fault": "db", "phase": "before"},
               {"name": "d", "query": "x", "target": 1, "unit": "%", "fault": "db"},
               {"name": "a", "query": "x", "target": 1, "unit": "%", "fault": "db", "phase": "after"}]},
             """
                + fault(""))
            .loadTest();

    assertThat(test.backend().promises())
        .extracting(promise -> promise.objective().promise())
        .containsExactly(
            "avg <= 1 % before fault db",
            "avg <= 1 % during fault db", "avg <= 1 % after fault db");
  }

  @Test
  void resilienceIsMeasuredByAFaultOfWhichSomethingIsExpected() throws Exception {
    String claims =
        "\"resilience\": [{\"name\": \"Database\", \"claim\": \"c\", \"fault\": \"db\"}], ";
    String expected = ", \"expect\": {\"during\": [{\"indicator\": \"p95\", \"target\": 9}]}";

    assertThat(read(claims + fault(expected)).warnings()).isEmpty();
    assertThat(problems(claims + fault("")))
        .contains("/resilience/0: the fault \"db\" shows nothing: add what is to \"expect\"");
    assertThat(problems(claims.replace("\"db\"", "\"bd\"") + fault(expected)))
        .contains(
            "/resilience/0/fault: no fault is called \"bd\"; there are: db; did you mean \"db\"?");
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnce() {
    String said =
        problems(
            """
            "backend": {"scrape": "/metrics", "objectives": [
              {"name": "x", "query": "x", "target": 1, "unit": "/s", "fault": "dbb"},
              {"name": "y", "query": "x", "target": 1, "unit": "/s", "phase": "during"},
              {"name": "z", "query": "x", "target": 1, "unit": "/s", "fault": "a", "phase": "recovery"}]},
            "faults": [
              {"name": "a", "at": "-1s", "for": "0s", "start": {}, "stop": {"http": {"method": "GET",
                "url": "ftp://x"}, "command": ["x"]}},
              {"name": "a b", "at": "1s", "for": "2s", %1$s},
              {"name": "a", "at": "1s", "for": "2s", %1$s,
               "expect": {"during": [{"indicator": "p95", "target": 100, "scenario": "Nobody"}],
                          "recovery": [{"indicator": "p95", "target": 100}],
                          "while": []}}]
            """
                .formatted(SWITCHES));

    assertThat(said)
        .contains("/faults/0/at: ")
        .contains("/faults/0/for: ")
        .contains("/faults/0/start: must have http or command, but has none")
        .contains("/faults/0/stop: must have http or command, but has both")
        .contains("/faults/0/stop/http/url: ")
        .contains("/faults/1/name: ")
        .contains("/faults/2/expect/during/0/scenario: no scenario is called \"Nobody\"")
        .contains("/faults/2/expect/recovery/0: the key \"recovers\" is missing")
        .contains("/faults/2/expect/while: ")
        .contains("/backend/objectives/1/phase: \"phase\" needs the key \"fault\" beside it")
        .contains("/backend/objectives/2/phase: must be one of before, during, after");
  }

  @Test
  void aSecretIsNamedAndNeverSaidAgain() {
    assertThat(
            problems(
                """
                "faults": [{"name": "a", "at": "1s", "for": "2s", "start": {"http": {"method": "PUT",
                  "url": "/x", "bearer": "eyJhbGciOi"}}, "stop": {"command": ["x"]}}]
                """))
        .contains("/faults/0/start/http/bearer: must be where the secret is to be had")
        .doesNotContain("eyJhbGciOi");
  }

  @Test
  void anExpectationOfAFaultStopsNoTest() {
    assertThat(
            problems(
                fault(
                    ", \"expect\": {\"during\": [{\"indicator\": \"p95\", \"target\": 9, \"abort\": \"5s\"}]}")))
        .contains("/faults/0/expect/during/0");
  }

  @Test
  void aFaultThatOutlastsTheLoadIsWarnedOf() throws Exception {
    String late = fault("").replace("\"10s\"", "\"50s\"");

    assertThat(read(late).warnings())
        .singleElement()
        .satisfies(
            warning ->
                assertThat(warning.toString())
                    .contains("/faults/0: the fault ends 70 s after the start of the test")
                    .contains("its load is over after 60 s"));
    assertThat(read(fault("")).warnings()).isEmpty();
  }

  @Test
  void eachFaultHasItsOwnName() {
    String two =
        """
        "faults": [{"name": "a", "at": "1s", "for": "2s", %1$s},
                   {"name": "a", "at": "9s", "for": "2s", %1$s}]
        """
            .formatted(SWITCHES);

    assertThat(problems(two)).contains("/faults/1/name: the same fault name as element 0");
  }

  @Test
  void everyExpectationIsOfAScenarioThatThereIs() throws Exception {
    LoadTest test =
        read(fault(", \"expect\": {\"during\": [{\"indicator\": \"p95\", \"target\": 9}]}"))
            .loadTest();

    assertThat(test.faults().get(0).objectives())
        .extracting(Objective::scope)
        .allSatisfy(scope -> assertThat(scope.scenario()).isEmpty());
  }
}
