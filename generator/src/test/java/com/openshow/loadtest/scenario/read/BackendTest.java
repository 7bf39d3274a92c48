package com.openshow.loadtest.scenario.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.openshow.loadtest.metrics.BackendObjective;
import com.openshow.loadtest.metrics.Reducer;
import com.openshow.loadtest.metrics.StateMetric;
import com.openshow.loadtest.metrics.StatesClaim;
import com.openshow.loadtest.metrics.ValueClaim;
import com.openshow.loadtest.metrics.http.Authentication;
import com.openshow.loadtest.metrics.source.SourceKind;
import com.openshow.loadtest.scenario.Backend;
import com.openshow.loadtest.scenario.BackendLimit;
import com.openshow.loadtest.slo.Bar;
import com.openshow.loadtest.slo.Comparison;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class BackendTest {
  private static final String FILE =
      """
      {
        "project_name": "p", "test_tool": "t", "staging_url": "http://127.0.0.1:1",
        "global_vus": 1, "global_duration": "10s",
        "backend": %s,
        "scenarios": [{"name": "S", "type": "Smoke", "target_vus": 1,
          "stages": [{"duration": "10s", "target": 1, "name": "peak"}],
          "endpoints": [{"path": "/a", "method": "GET", "weight": 1}]}]
      }
      """;

  private static ReadResult read(String backend) throws InvalidScenarioException {
    return ScenarioReader.read(
        "scenarios.json", FILE.formatted(backend).getBytes(StandardCharsets.UTF_8));
  }

  private static Backend backend(String backend) throws InvalidScenarioException {
    return read(backend).loadTest().backend();
  }

  private static String problems(String backend) {
    InvalidScenarioException refused =
        catchThrowableOfType(InvalidScenarioException.class, () -> read(backend));
    assertThat(refused).as(backend).isNotNull();
    return refused.problems().stream().map(Problem::toString).collect(Collectors.joining("\n"));
  }

  @Test
  void oneSourceCanStandInTheBackendItself() throws Exception {
    Backend backend =
        backend(
            """
            {"scrape": "/metrics", "objectives": [
              {"name": "API CPU", "query": "cpu * 100", "target": 80, "unit": "%"}]}
            """);

    assertThat(backend.sources()).hasSize(1);
    assertThat(backend.sources().get(0).name()).isEqualTo("scrape");
    assertThat(backend.sources().get(0).urls()).containsExactly("/metrics");
    BackendObjective objective = backend.promises().get(0).objective();
    assertThat(objective.source()).isEqualTo("scrape");
    assertThat(objective.claim()).isInstanceOf(ValueClaim.class);
    assertThat(((ValueClaim) objective.claim()).reducer()).isEqualTo(new Reducer.Average());
    assertThat(((ValueClaim) objective.claim()).target())
        .isEqualTo(new Bar(Comparison.LTE, 80, "%"));
  }

  @Test
  void severalSourcesHaveNamesAndSecretsAreReferences() throws Exception {
    Backend backend =
        backend(
            """
            {"sources": [
              {"name": "a", "prometheus": "http://127.0.0.1:9090", "bearer": "env:TOKEN"},
              {"name": "b", "scrape": ["http://127.0.0.1:1/m", "http://127.0.0.1:2/m"]}],
             "objectives": [{"name": "x", "source": "b", "query": "up", "op": "gte", "target": 1,
               "unit": "up", "reduce": "sustained 30s", "stage": "peak", "scenario": "S"}]}
            """);

    assertThat(backend.sources().get(0).kind()).isEqualTo(SourceKind.PROMETHEUS);
    assertThat(backend.sources().get(0).http().authentication())
        .isInstanceOf(Authentication.Bearer.class);
    assertThat(backend.sources().get(1).urls()).hasSize(2);
    assertThat(backend.promises().get(0).objective().promise())
        .contains("sustained 30s >= 1 up in stage peak: 0s to 10s");
  }

  @Test
  void statesHaveAnOrderAndAMetric() throws Exception {
    StatesClaim claim =
        (StatesClaim)
            backend(
                    """
                    {"prometheus": "http://127.0.0.1:9090", "objectives": [
                      {"name": "Breaker", "query": "breaker_state",
                       "states": ["closed", "open", "half_open", "closed"],
                       "state_values": {"closed": 0, "open": 1, "half_open": 2},
                       "shortest_state": {"open": "5s"}}]}
                    """)
                .promises()
                .get(0)
                .objective()
                .claim();

    assertThat(claim.states()).containsExactly("closed", "open", "half_open", "closed");
    assertThat(claim.metric()).isInstanceOf(StateMetric.ByValue.class);
    assertThat(claim.shortest()).containsKey("open");
  }

  @Test
  void aPresetBringsItsQueryAndWhatIsUsual() throws Exception {
    Backend backend =
        backend(
            """
            {"prometheus": "http://127.0.0.1:9090", "objectives": [
              {"name": "Cache", "preset": "redis.hit_ratio", "target": 90, "over": "20s",
               "labels": {"instance": "=~cache-.*"}},
              {"name": "Clients", "preset": "redis.clients", "target": 5, "op": "lt",
               "unit": "percent", "reduce": "p95"},
              {"name": "Breaker", "preset": "resilience4j.circuit_breaker",
               "labels": {"name": "psp"}, "states": ["closed", "open"]}]}
            """);

    ValueClaim cache = (ValueClaim) backend.promises().get(0).objective().claim();
    assertThat(cache.query())
        .startsWith("100 * rate(redis_keyspace_hits_total{instance=~\"cache-.*\"}[20s])");
    assertThat(cache.target()).isEqualTo(new Bar(Comparison.GTE, 90, "%"));
    ValueClaim clients = (ValueClaim) backend.promises().get(1).objective().claim();
    assertThat(clients.target()).isEqualTo(new Bar(Comparison.LT, 5, "percent"));
    assertThat(clients.reducer()).isEqualTo(new Reducer.Percentile(95));
    StatesClaim breaker = (StatesClaim) backend.promises().get(2).objective().claim();
    assertThat(breaker.query()).isEqualTo("resilience4j_circuitbreaker_state{name=\"psp\"}");
    assertThat(breaker.metric()).isEqualTo(new StateMetric.ByLabel("state"));
    assertThat(breaker.counters()).hasSize(2);
  }

  @Test
  void whatAPresetCannotBeIsToldWithWhatThereIs() {
    assertThat(
            problems(
                """
                {"scrape": "/m", "objectives": [
                  {"name": "a", "preset": "redis.cpus", "target": 1},
                  {"name": "b", "preset": "redis.cpu", "target": 1, "query": "up"},
                  {"name": "c", "preset": "redis.cpu", "states": ["open"]},
                  {"name": "d", "preset": "resilience4j.circuit_breaker", "target": 1},
                  {"name": "e", "preset": "redis.cpu", "target": 1, "labels": {"in-st": "a"}},
                  {"name": "f", "preset": "redis.cpu", "target": 1, "over": "1500ms"},
                  {"name": "g", "query": "sum(", "target": 1, "unit": "u"},
                  {"name": "j", "query": "sum(up)", "states": ["down"]},
                  {"name": "k", "query": "up", "states": ["down"], "counters": [{"query": "a+b"}]},
                  {"name": "h", "query": "up", "target": 1, "unit": "u", "over": "5s"},
                  {"name": "i", "preset": "redis.cpu"}]}
                """))
        .contains("/backend/objectives/0/preset")
        .contains("did you mean \"redis.cpu\"?")
        .contains("must have at most one of preset, query")
        .contains("/backend/objectives/2/preset: is one of figures")
        .contains("/backend/objectives/3/preset: is one of states")
        .contains("names of labels, such as instance, but had \"in-st\"")
        .contains("/backend/objectives/5/over")
        .contains("\"over\" needs the key \"preset\" beside it")
        .contains("/backend/objectives/6/query: no query of a scraped source: ")
        .contains("/backend/objectives/7/query: no query of a scraped source: ")
        .contains("/backend/objectives/8/counters: no query of a scraped source: ")
        .contains("/backend/objectives/10: the key \"target\" is missing");
  }

  @Test
  void aLimitWithoutAQueryIsDocumentedAndSaidNotToBeMeasured() throws Exception {
    ReadResult result =
        read(
            """
            {"objectives": [{"name": "Database CPU", "target": 70, "unit": "%", "note": "n"}]}
            """);

    assertThat(result.loadTest().backend().promises()).isEmpty();
    assertThat(result.loadTest().backend().unmeasured())
        .containsExactly(new BackendLimit("Database CPU", 70, "%", "n"));
    assertThat(result.warnings().toString())
        .contains("a run does not measure")
        .contains("\"Database CPU\"");
  }

  @Test
  void everyProblemIsToldWithItsPlaceAndNoSecretIsRepeated() {
    String problems =
        problems(
            """
            {"sources": [
              {"name": "a", "prometheus": "http://user:hunter2@h", "bearer": "s3cr3t-token"},
              {"name": "b b", "scrape": []},
              {"name": "c", "prometheus": "http://h", "scrape": "/metrics"},
              {"name": "d", "prometheus": "http://h", "headers": {"Authorization": "s3cr3t-two"}}],
             "objectives": [
              {"name": "x", "query": "up", "target": "much", "unit": "u", "reduce": "mean"},
              {"name": "y", "target": 1, "unit": "u", "reduce": "avg"},
              {"name": "z", "query": "q", "states": [], "strict": true}]}
            """);

    assertThat(problems)
        .contains("/backend/sources/0/prometheus")
        .contains("/backend/sources/0/bearer")
        .contains("env:VARIABLE, property:NAME or file:PATH")
        .contains("/backend/sources/1/name")
        .contains("/backend/sources/1/scrape")
        .contains("must have prometheus or scrape, but has both")
        .contains("/backend/sources/3/headers")
        .contains("/backend/objectives/0/target")
        .contains("/backend/objectives/0/reduce")
        .contains("\"reduce\" needs the key \"query\" beside it")
        .contains("/backend/objectives/2/states")
        .contains("unknown key \"strict\"")
        .doesNotContain("hunter2")
        .doesNotContain("s3cr3t");
  }

  @Test
  void anObjectiveNeedsASourceThatIsThere() {
    assertThat(
            problems(
                """
                {"objectives": [{"name": "x", "query": "up", "target": 1, "unit": "u"}]}
                """))
        .contains("needs the key \"source\"")
        .contains("there is none");
    assertThat(
            problems(
                """
                {"sources": [{"name": "api", "scrape": "/m"}, {"name": "db", "scrape": "/m"}],
                 "objectives": [
                   {"name": "x", "source": "apy", "query": "up", "target": 1, "unit": "u"}]}
                """))
        .contains("no source is called \"apy\"; there are: api, db")
        .contains("did you mean \"api\"?");
  }

  @Test
  void aStageIsOneOfAScenario() {
    assertThat(
            problems(
                """
                {"scrape": "/m", "objectives": [{"name": "x", "query": "up", "target": 1,
                  "unit": "u", "scenario": "S", "stage": "peek"}]}
                """))
        .contains("no stage of S is called \"peek\"; there are: peak");
  }
}
