package com.openshow.loadtest.scenario.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.openshow.loadtest.plan.Plans;
import com.openshow.loadtest.plan.Source;
import com.openshow.loadtest.scenario.LoadTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

/** No file, however wrong, gives anything but problems with a place, or plans that are safe. */
final class MutantsTest {
  private static final long SEED = 20_261_125;
  // Quick enough for every build; -Dmutants=1000000 for a night.
  private static final int MUTANTS = Integer.getInteger("mutants", 10_000);
  private static final int PLANS_OF_EVERY = 50;
  private static final Pattern FUNCTION = Pattern.compile("\\$\\{__([A-Za-z0-9]+)");
  private static final Set<String> WRITTEN_BY_US =
      Set.of(
          "P",
          "jexl3",
          "urlPart",
          "injectorShare",
          "secret",
          "oneOf",
          "urlencode",
          "RandomFromMultipleVars");

  @Test
  void everyMutantIsRefusedWithAPlaceOrGivesPlansThatAreSafe() throws Exception {
    List<String> files = List.of(resource("/seed/scenarios.json"), resource("/every-key.json"));
    Mutants mutants = new Mutants(SEED);
    int accepted = 0;
    for (int i = 0; i < MUTANTS; i++) {
      boolean isYaml = i % 3 == 2;
      String mutant = mutants.of(files.get(i % 2), isYaml);
      String what = "seed " + SEED + " mutant " + i + ":\n" + mutant;
      try {
        LoadTest test =
            ScenarioReader.read(isYaml ? "s.yaml" : "s.json", mutant.getBytes(UTF_8)).loadTest();
        if (accepted++ % PLANS_OF_EVERY == 0) {
          assertSafe(Plans.files(test, Source.of(Path.of("s.json"), mutant.getBytes(UTF_8))), what);
        }
      } catch (InvalidScenarioException e) {
        e.problems().forEach(problem -> assertPlaced(problem, what));
        assertThat(e.problems()).as(what).isNotEmpty();
      } catch (RuntimeException e) {
        throw new AssertionError(what, e);
      }
    }
    // Otherwise the mutants say nothing of plans.
    assertThat(accepted).isBetween(MUTANTS / 50, MUTANTS * 9 / 10);
  }

  private static void assertPlaced(Problem problem, String what) {
    assertThat(problem.line()).as("%s in %s", problem, what).isPositive();
    assertThat(problem.column()).as("%s in %s", problem, what).isPositive();
    assertThat(problem.toString().chars().noneMatch(Character::isISOControl))
        .as("%s in %s", problem, what)
        .isTrue();
  }

  private static void assertSafe(Map<String, byte[]> plans, String what) throws Exception {
    for (Map.Entry<String, byte[]> plan : plans.entrySet()) {
      assertThat(plan.getKey()).as(what).matches("[A-Za-z0-9][A-Za-z0-9_.-]*\\.jmx");
      DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(plan.getValue()));
      Set<String> functions = new TreeSet<>();
      FUNCTION
          .matcher(new String(plan.getValue(), UTF_8))
          .results()
          .forEach(found -> functions.add(found.group(1)));
      assertThat(WRITTEN_BY_US).as(what).containsAll(functions);
      assertThat(new String(plan.getValue(), UTF_8)).as(what).doesNotContain("${__P(x");
    }
  }

  private static String resource(String name) throws IOException {
    try (InputStream file = MutantsTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(file).readAllBytes(), UTF_8);
    }
  }
}
