package com.openshow.loadtest.metrics.preset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.openshow.loadtest.metrics.StateCounter;
import com.openshow.loadtest.metrics.promql.PromQl;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PresetsTest {
  /** The page of the exporter that each family of presets asks. */
  private static final Map<String, String> PAGES =
      Map.of(
          "node", "node_exporter.txt",
          "kubernetes", "cadvisor.txt",
          "container", "cadvisor.txt",
          "jvm", "micrometer.txt",
          "resilience4j", "micrometer.txt",
          "mongodb", "mongodb_exporter.txt",
          "redis", "redis_exporter.txt",
          "postgresql", "postgres_exporter.txt");

  @TempDir Path folder = Path.of("");

  private static String page(String name) throws IOException {
    try (InputStream in = PresetsTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String family(Preset preset) {
    return preset.name().substring(0, preset.name().indexOf('.'));
  }

  private static List<Preset> of(String family) {
    return Presets.all().stream().filter(preset -> family(preset).equals(family)).toList();
  }

  private static Preset preset(String name) {
    return Presets.find(name).orElseThrow();
  }

  @Test
  void everyPresetIsFoundByItsOwnName() {
    assertThat(new HashSet<>(Presets.names())).hasSize(Presets.all().size());
    for (String name : Presets.names()) {
      assertThat(preset(name).name()).isEqualTo(name);
    }
    assertThat(Presets.find("mongo.cpu")).isEmpty();
  }

  @Test
  void matchersStandWhereTheTemplateWantsThem() {
    assertThat(preset("node.cpu").query(PresetParameters.NONE))
        .isEqualTo(
            "100 * (1 - avg by (instance) (rate(node_cpu_seconds_total{mode=\"idle\"}[60s])))");
    assertThat(
            preset("redis.memory_bytes")
                .query(
                    new PresetParameters(
                        Map.of("instance", "=~cache-.*\\d"), PresetParameters.USUAL_OVER)))
        .isEqualTo("redis_memory_used_bytes{instance=~\"cache-.*\\\\d\"}");
    assertThat(preset("redis.memory_bytes").query(PresetParameters.NONE))
        .isEqualTo("redis_memory_used_bytes");
    assertThat(
            preset("node.iowait")
                .query(new PresetParameters(Map.of("job", "a\"b"), Duration.ofSeconds(20))))
        .isEqualTo(
            "100 * avg by (instance)"
                + " (rate(node_cpu_seconds_total{mode=\"iowait\",job=\"a\\\"b\"}[20s]))");
  }

  @Test
  void everyPlaceholderIsFilled() {
    PresetParameters some =
        new PresetParameters(Map.of("job", "!=test"), PresetParameters.USUAL_OVER);
    for (Preset preset : Presets.all()) {
      assertThat(preset.query(PresetParameters.NONE)).doesNotContain("$", "{}", ",}");
      assertThat(preset.query(some)).as(preset.name()).contains("job!=\"test\"");
      assertThat(preset.meaning()).as(preset.name()).isNotBlank();
    }
  }

  @Test
  void everyQueryCanBeAskedOfAScrapedSource() throws Exception {
    for (Preset preset : Presets.all()) {
      PromQl.parse(preset.query(PresetParameters.NONE));
      if (preset instanceof Preset.States states) {
        PromQl.parseSelector(states.query(PresetParameters.NONE));
        for (StateCounter counter : states.counters(PresetParameters.NONE)) {
          PromQl.parseSelector(counter.selector());
        }
      }
    }
  }

  @Test
  void parametersThatNoQueryCanHoldAreRefused() {
    assertThatThrownBy(
            () -> new PresetParameters(Map.of("in-stance", "a"), PresetParameters.USUAL_OVER))
        .hasMessage("labels must have names of labels, such as instance, but had \"in-stance\"");
    assertThatThrownBy(
            () -> new PresetParameters(Map.of("pod", "=~api("), PresetParameters.USUAL_OVER))
        .hasMessage("the label pod must have a regular expression, but had \"=~api(\"");
    assertThatThrownBy(() -> new PresetParameters(Map.of(), Duration.ofMillis(1500)))
        .hasMessage("over must be whole seconds, at least one, but was PT1.5S");
  }

  @Test
  void theBreakersCountersSayWhatItsStateMayHide() {
    PresetParameters psp = new PresetParameters(Map.of("name", "psp"), PresetParameters.USUAL_OVER);
    assertThat(((Preset.States) preset("resilience4j.circuit_breaker")).counters(psp))
        .containsExactly(
            new StateCounter(
                "resilience4j_circuitbreaker_not_permitted_calls_total{name=\"psp\"}",
                Optional.of("open")),
            new StateCounter(
                "resilience4j_circuitbreaker_calls_seconds_count{kind=\"failed\",name=\"psp\"}",
                Optional.empty()));
  }

  @Test
  void everyPresetFindsSomethingOnThePageOfItsExporter() throws Exception {
    assumeTrue(Promtool.isHere(), "promtool is not on the path");
    PresetParameters one =
        new PresetParameters(
            Map.of("instance", "=~db-.*", "job", "backend"), PresetParameters.USUAL_OVER);
    for (Map.Entry<String, String> entry : PAGES.entrySet()) {
      List<Preset> presets = of(entry.getKey());
      assertThat(presets).as(entry.getKey()).isNotEmpty();
      List<String> queries =
          presets.stream()
              .flatMap(preset -> Stream.of(preset.query(PresetParameters.NONE), preset.query(one)))
              .toList();
      Map<String, List<Double>> found = Promtool.evaluate(folder, page(entry.getValue()), queries);
      for (String query : queries) {
        assertThat(found.get(query)).as(query).isNotEmpty().allMatch(Double::isFinite);
      }
    }
    assertThat(PAGES.keySet())
        .containsExactlyInAnyOrderElementsOf(
            Presets.all().stream().map(PresetsTest::family).distinct().toList());
  }

  @Test
  void figuresAreThoseThatWereWorkedOutByHand() throws Exception {
    assumeTrue(Promtool.isHere(), "promtool is not on the path");
    // Each processor is idle for 0.2 s of a second, and in iowait for as long.
    assertFigures(
        "node_exporter.txt", Map.of("node.cpu", 80.0, "node.iowait", 20.0, "node.io", 20.0));
    // 0.2 of half a processor; 128 of 512 MiB; every period throttled.
    assertFigures(
        "cadvisor.txt",
        Map.of(
            "kubernetes.cpu", 40.0,
            "kubernetes.cpu_cores", 0.2,
            "kubernetes.memory", 25.0,
            "kubernetes.throttling", 100.0));
    assertFigures("micrometer.txt", Map.of("jvm.gc", 20.0));
    // User and system time; as many hits as misses.
    assertFigures("redis_exporter.txt", Map.of("redis.cpu", 40.0, "redis.hit_ratio", 50.0));
    assertFigures(
        "postgres_exporter.txt",
        Map.of(
            "postgresql.connections", 2.0,
            "postgresql.cache_hit", 50.0,
            "postgresql.rollbacks", 50.0));
    assertFigures("mongodb_exporter.txt", Map.of("mongodb.cpu", 80.0));
  }

  @Test
  void bothExportersOfMongoTellTheSame() throws Exception {
    assumeTrue(Promtool.isHere(), "promtool is not on the path");
    Map<String, Double> figures =
        Map.of(
            "mongodb.connections", 25.0,
            "mongodb.memory", 123.0,
            "mongodb.cache", 25.0,
            "mongodb.queue", 4.0,
            "mongodb.replication_lag", 2.0,
            "mongodb.members_down", 1.0);
    String both = page("mongodb_exporter.txt") + page("mongodb_exporter_old.txt");
    assertFigures("mongodb_exporter.txt", figures);
    assertFigures("mongodb_exporter_old.txt", figures);
    // As with --compatible-mode: nothing is there twice.
    assertFiguresOf(both, figures);
  }

  private void assertFigures(String page, Map<String, Double> figures) throws Exception {
    assertFiguresOf(page(page), figures);
  }

  private void assertFiguresOf(String page, Map<String, Double> figures) throws Exception {
    List<String> queries =
        figures.keySet().stream().map(name -> preset(name).query(PresetParameters.NONE)).toList();
    Map<String, List<Double>> found = Promtool.evaluate(folder, page, queries);
    for (Map.Entry<String, Double> figure : figures.entrySet()) {
      List<Double> values = found.get(preset(figure.getKey()).query(PresetParameters.NONE));
      assertThat(values).as(figure.getKey()).hasSize(1);
      assertThat(values.get(0)).as(figure.getKey()).isCloseTo(figure.getValue(), within(1e-9));
    }
  }
}
