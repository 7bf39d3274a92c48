package com.openshow.loadtest.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.openshow.loadtest.distribution.Home.Outcome;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StartScriptIT {
  @TempDir private Path folder;

  @Test
  void saysItsVersion() throws Exception {
    Outcome outcome = Home.run(Home.command(folder, Home.JMETER, "--version"));

    assertThat(outcome.output()).contains(" " + Home.property("loadtest.jmeter.version"));
    assertThat(outcome.exitCode()).isZero();
  }

  @Test
  void runsAnEmptyPlanWithoutAWarning() throws Exception {
    Path plan = Home.plan("empty.jmx", folder.resolve("empty.jmx"));

    Outcome outcome = Home.run(Home.command(folder, Home.JMETER, "-n", "-t", plan));

    assertThat(outcome.output()).contains("end of run").doesNotContain("WARN", "ERROR");
    assertThat(outcome.exitCode()).isZero();
    assertThat(Files.readAllLines(folder.resolve("jmeter.log")))
        .isNotEmpty()
        .noneMatch(line -> line.matches("\\S+ \\S+ (WARN|ERROR|FATAL) .*"));
  }

  @Test
  void takesPathsWithSpaces() throws Exception {
    Path spaced = Files.createDirectory(folder.resolve("two  words"));
    Path plan = Home.plan("empty.jmx", spaced.resolve("my plan.jmx"));
    Path log = spaced.resolve("my log.txt");

    Outcome outcome = Home.run(Home.command(folder, Home.JMETER, "-n", "-t", plan, "-j", log));

    assertThat(outcome.output()).contains("Created the tree successfully using " + plan);
    assertThat(outcome.exitCode()).isZero();
    assertThat(log).isNotEmptyFile();
  }

  @Test
  void passesArgumentsExactly() throws Exception {
    String value = "a  b * $HOME 'c' \"d\" `e` \\f";
    Path seen = folder.resolve("seen.txt");
    List<Object> words =
        command("new File('" + seen + "').text = props['value'] + System.getProperty('option')");
    words.add("-Jvalue=" + value);
    ProcessBuilder jmeter = Home.command(folder, words.toArray());
    // Environment variables are split at blanks, and a star is no file name.
    jmeter.environment().put("JVM_ARGS", "-Dfirst=1  -Doption=*");

    assertThat(Home.run(jmeter).exitCode()).isZero();
    assertThat(seen).hasContent(value + "*");
  }

  @Test
  void findsItsHomeThroughSymbolicLinks() throws Exception {
    Path spaced = Files.createDirectory(folder.resolve("my bin"));
    Path absolute = Files.createSymbolicLink(spaced.resolve("absolute"), Home.JMETER);
    Path relative =
        Files.createSymbolicLink(folder.resolve("relative"), folder.relativize(absolute));

    Outcome outcome = Home.run(Home.command(folder, relative, "--version"));

    assertThat(outcome.output()).contains(" " + Home.property("loadtest.jmeter.version"));
    assertThat(outcome.exitCode()).isZero();
  }

  @Test
  void saysThatThereIsNoJava() throws Exception {
    ProcessBuilder jmeter = Home.command(folder, Home.JMETER, "--version");
    jmeter.environment().put("JAVA_HOME", folder.toString());

    Outcome outcome = Home.run(jmeter);

    assertThat(outcome.output()).contains("no Java found at '" + folder + "/bin/java'");
    assertThat(outcome.exitCode()).isEqualTo(127);
  }

  @Test
  void handsOnTheExitCode() throws Exception {
    Outcome outcome = Home.run(Home.command(folder, command("System.exit(42)").toArray()));

    assertThat(outcome.exitCode()).as(outcome.output()).isEqualTo(42);
  }

  @Test
  void handsOnTheSignalToStop() throws Exception {
    String script = "println 'ready'; Thread.sleep(600_000)";
    Process jmeter = Home.command(folder, command(script).toArray()).start();
    BufferedReader output = jmeter.inputReader();
    try {
      assertThat(
              CompletableFuture.supplyAsync(() -> output.lines().anyMatch("ready"::equals))
                  .get(60, TimeUnit.SECONDS))
          .isTrue();
      // The shell has become java: there is nobody behind it to survive.
      assertThat(jmeter.info().command().orElseThrow()).endsWith("/java");
      assertThat(jmeter.descendants()).isEmpty();

      jmeter.destroy();

      assertThat(jmeter.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(jmeter.exitValue()).isEqualTo(128 + 15);
    } finally {
      jmeter.destroyForcibly();
    }
  }

  private List<Object> command(String groovy) throws Exception {
    List<Object> words = new ArrayList<>(List.of(Home.JMETER));
    words.addAll(Home.script(folder, groovy));
    return words;
  }
}
