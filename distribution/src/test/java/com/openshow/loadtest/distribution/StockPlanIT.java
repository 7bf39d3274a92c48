package com.openshow.loadtest.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.openshow.loadtest.distribution.Home.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans of {@code generate --stock}, run by a JMeter that has nothing of ours. */
final class StockPlanIT {
  private static final Path EVERY_KEY =
      Path.of(Home.property("loadtest.root"), "generator/src/test/resources/every-key.json");

  @TempDir private Path folder;

  @Test
  void aPlanOfEveryKeyRunsWithoutThePluginAndIsJudgedAfterwards() throws Exception {
    Path jmeter = withoutPlugin(folder.resolve("home")).resolve("bin/jmeter");
    Path loadtest = Home.PATH.resolve("bin/loadtest");
    Outcome generated = run(loadtest, "generate", EVERY_KEY, "--stock", "--output", "plans");
    assertThat(generated.exitCode()).as(generated.output()).isZero();
    assertThat(generated.output()).contains("note: --stock: /scenarios/1/stages: left out;");

    Outcome outcome;
    try (Staging staging = Staging.start(folder)) {
      String target = "-Jtarget.url=" + staging.target();
      List<Object> words =
          new ArrayList<>(
              List.of(jmeter, "-n", "-t", "plans/all.jmx", "-l", "r.jtl", "-j", "r.log", target));
      for (String feed : List.of("creators.csv", "codes.csv", "words.csv")) {
        words.add("-Jfeed.feeds_" + feed + "=" + EVERY_KEY.resolveSibling("feeds/" + feed));
      }
      outcome = run(words.toArray());
    }

    assertThat(outcome.exitCode()).as(outcome.output()).isZero();
    assertThat(Files.readString(folder.resolve("r.log"))).doesNotContain(" ERROR ", " WARN ");
    List<String> samples = Files.readAllLines(folder.resolve("r.jtl"));
    assertThat(samples).hasSizeGreaterThan(30);
    assertThat(samples.subList(1, samples.size())).allMatch(line -> line.contains(",true,"));
    for (String label :
        List.of("suggest", "GET /api/v1/projects/{id}", "POST /api/v1/payments/escrow/release")) {
      assertThat(samples).as(label).anyMatch(line -> line.contains("," + label + ","));
    }
    Outcome verdict = run(loadtest, "verdict", EVERY_KEY, "--results", "r.jtl", "--report", "v");
    // Whether it is fast enough is the machine's affair; that it can be judged is not.
    assertThat(verdict.exitCode()).as(verdict.output()).isIn(0, 1, 2);
    assertThat(folder.resolve("v/verdict.json")).isNotEmptyFile();
  }

  private Outcome run(Object... words) throws Exception {
    return Home.run(Home.command(folder, words));
  }

  /** A copy of the home that is as Apache's. */
  private static Path withoutPlugin(Path copy) throws IOException {
    Path ours = Home.PATH.resolve("lib/loadtest");
    try (Stream<Path> files = Files.walk(Home.PATH)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        boolean isPlugin = String.valueOf(file.getFileName()).startsWith("loadtest-plugin");
        if (!isPlugin && !file.startsWith(ours)) {
          Files.copy(file, copy.resolve(Home.PATH.relativize(file).toString()));
        }
      }
    }
    try (Stream<Path> extensions = Files.list(copy.resolve("lib/ext"))) {
      assertThat(extensions).isNotEmpty().noneMatch(jar -> jar.toString().contains("loadtest"));
    }
    return copy;
  }
}
