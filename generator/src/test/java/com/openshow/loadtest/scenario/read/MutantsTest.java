package com.openshow.loadtest.scenario.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.openshow.loadtest.ScenarioFixture;
import com.openshow.loadtest.plan.Plans;
import com.openshow.loadtest.plan.Source;
import com.openshow.loadtest.runtime.JMeterRuntime;
import com.openshow.loadtest.scenario.LoadTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.jmeter.save.SaveService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No file, however wrong, gives anything but problems with a place, or plans that are safe. */
final class MutantsTest {
  private static final long SEED = Long.getLong("mutants.seed", 20_261_125);
  // Quick enough for every build; -Pfuzz makes a million.
  private static final int MUTANTS = Integer.getInteger("mutants", 10_000);
  private static final int PLANS_OF_EVERY = 50;
  // The largest take seconds; only one that stands still takes so long.
  private static final int LARGE = 1_000_000;
  private static final int HANGS_AFTER_SECONDS = 120;
  private static final Pattern FUNCTION = Pattern.compile("\\$\\{__([A-Za-z0-9]+)");
  private static final Set<String> WRITTEN_BY_US =
      Set.of(
          "P",
          "jexl3",
          "urlPart",
          "filler",
          "injectorShare",
          "secret",
          "oneOf",
          "urlencode",
          "RandomFromMultipleVars");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  @TempDir private Path folder;
  private final ScenarioSchema schema;
  private int accepted;
  private int loaded;

  MutantsTest() throws Exception {
    schema = new ScenarioSchema();
  }

  @Test
  void everyMutantIsRefusedWithAPlaceOrGivesPlansThatAreSafe() throws Exception {
    List<String> parents =
        List.of(
            new String(ScenarioFixture.bytes(ScenarioFixture.SEED), UTF_8),
            new String(ScenarioFixture.bytes(ScenarioFixture.EVERY_KEY), UTF_8),
            Files.readString(ScenarioSchema.FOLDER.resolve("scenarios.json")));
    Mutants mutants = new Mutants(SEED);
    ExecutorService worker = Executors.newSingleThreadExecutor();
    long slowest = 0;
    int slowestMutant = 0;
    try {
      for (int i = 0; i < MUTANTS; i++) {
        boolean isYaml = i % 4 == 3;
        String mutant = mutants.of(parents.get(i % 3), isYaml);
        long begin = System.nanoTime();
        await(worker, () -> read(mutant, isYaml), i, mutant);
        long took = System.nanoTime() - begin;
        if (took > slowest) {
          slowest = took;
          slowestMutant = i;
        }
      }
    } finally {
      worker.shutdownNow();
    }
    System.out.printf(
        Locale.ROOT,
        "%d mutants of seed %d: %d accepted, %d plans loaded, slowest %d ms (mutant %d)%n",
        MUTANTS,
        SEED,
        accepted,
        loaded,
        TimeUnit.NANOSECONDS.toMillis(slowest),
        slowestMutant);
    // Otherwise the mutants say nothing of plans.
    assertThat(accepted).isBetween(MUTANTS / 50, MUTANTS * 9 / 10);
  }

  private static void await(
      ExecutorService worker, ThrowingRunnable work, int number, String mutant) throws IOException {
    try {
      worker
          .submit(
              () -> {
                work.run();
                return true;
              })
          .get(HANGS_AFTER_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException | InterruptedException e) {
      Path file = Path.of("target", "mutant-" + SEED + "-" + number);
      throw new AssertionError("see " + Files.write(file, mutant.getBytes(UTF_8)), e);
    }
  }

  private void read(String mutant, boolean isYaml) throws Exception {
    byte[] content = mutant.getBytes(UTF_8);
    LoadTest test;
    try {
      test =
          ScenarioReader.read(isYaml ? "s.yaml" : "s.json", content, ScenarioFixture::bytes)
              .loadTest();
    } catch (InvalidScenarioException e) {
      assertThat(e.problems()).isNotEmpty();
      e.problems().forEach(MutantsTest::assertPlaced);
      return;
    }
    // As a file holds it: half a surrogate pair is no character of one.
    JsonNode tree = (isYaml ? YAML : JSON).readTree(new String(content, UTF_8));
    assertThat(schema.problems(tree)).as("what the schema refuses").isEmpty();
    // A large file has a gigabyte of plans, which take their time and are no hang.
    if (content.length < LARGE && accepted++ % PLANS_OF_EVERY == 0) {
      assertSafe(Plans.files(test, Source.of(Path.of("s.json"), content)));
    }
  }

  private static void assertPlaced(Problem problem) {
    boolean isPlaced = problem.line() > 0 && problem.column() > 0;
    boolean isPrintable = problem.toString().chars().noneMatch(Character::isISOControl);
    if (!isPlaced || !isPrintable) {
      throw new AssertionError(problem.toString());
    }
  }

  private void assertSafe(Map<String, byte[]> plans) throws Exception {
    JMeterRuntime.start();
    for (Map.Entry<String, byte[]> plan : plans.entrySet()) {
      assertThat(plan.getKey()).matches("[A-Za-z0-9][A-Za-z0-9_.-]*\\.jmx");
      DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(plan.getValue()));
      Path file = Files.write(folder.resolve("mutant.jmx"), plan.getValue());
      assertThat(SaveService.loadTree(file.toFile())).isNotEmpty();
      loaded++;
      String text = new String(plan.getValue(), UTF_8);
      Set<String> functions = new TreeSet<>();
      FUNCTION.matcher(text).results().forEach(found -> functions.add(found.group(1)));
      assertThat(WRITTEN_BY_US).containsAll(functions);
      assertThat(text).doesNotContain("${__P(x");
    }
  }

  /** Work that may throw anything. */
  @FunctionalInterface
  private interface ThrowingRunnable {
    void run() throws Exception;
  }
}
