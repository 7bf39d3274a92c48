package com.openshow.loadtest.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.openshow.loadtest.distribution.Home.Outcome;
import java.io.File;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing that our classes mention is missing where they run. */
final class ClassPathIT {
  @TempDir private Path folder;

  @Test
  void thePluginFindsAllInJMeter() throws Exception {
    List<Path> jmeter =
        Stream.concat(Home.jars("lib").stream(), Home.jars("lib/ext").stream()).toList();
    Path plugin =
        jmeter.stream().filter(jar -> jar.toString().contains("loadtest-plugin")).findAny().get();

    assertThat(missing(plugin, join(jmeter))).isEmpty();
  }

  @Test
  void theCommandLineFindsAllOnTheClassPathOfItsScript() throws Exception {
    ProcessBuilder loadtest = Home.command(folder, Home.PATH.resolve("bin/loadtest"));
    // java prints its settings and stops before it looks for the main class.
    loadtest.environment().put("LOADTEST_OPTS", "-XshowSettings:properties -version");

    Outcome outcome = Home.run(loadtest);

    assertThat(outcome.output()).contains("jmeter.home = " + Home.PATH.toRealPath());
    String classPath =
        outcome
            .output()
            .lines()
            .map(String::strip)
            .filter(line -> line.endsWith(".jar"))
            .map(line -> line.replaceFirst(".* = ", ""))
            .collect(Collectors.joining(File.pathSeparator));
    // The libraries too: theirs may want a newer version than JMeter's lib has.
    for (Path jar : Home.jars("lib/loadtest")) {
      assertThat(missing(jar, classPath)).as(jar.toString()).isEmpty();
    }
  }

  @Test
  void theCommandLineStartsAndHandsOnItsExitCode() throws Exception {
    Path loadtest = Home.PATH.resolve("bin/loadtest");

    Outcome help = Home.run(Home.command(folder, loadtest, "--help"));
    Outcome wrong = Home.run(Home.command(folder, loadtest, "no such command"));

    assertThat(help.output()).contains("validate", "generate", "run", "verdict");
    assertThat(help.exitCode()).isZero();
    assertThat(wrong.output()).contains("\"no such command\"");
    assertThat(wrong.exitCode()).isEqualTo(64);
  }

  private static String join(List<Path> jars) {
    return jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  /** What a jar mentions and the class path lacks; but for annotations, which may be absent. */
  private static List<String> missing(Path jar, String classPath) throws Exception {
    // The one module that another names (jakarta.xml.bind-api): jdeps wants it on this path.
    String modules =
        join(
            Home.jars("lib/loadtest").stream()
                .filter(path -> path.getFileName().toString().startsWith("jakarta.activation-api-"))
                .toList());
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said, true);
    int exitCode =
        ToolProvider.findFirst("jdeps")
            .orElseThrow()
            .run(
                out,
                out,
                "--missing-deps",
                "--multi-release=base",
                "--module-path=" + modules,
                "--class-path=" + classPath,
                jar.toString());
    assertThat(exitCode).as(said.toString()).isZero();
    return said.toString()
        .lines()
        .filter(line -> line.contains("not found") && line.startsWith("   "))
        .filter(line -> !line.contains("-> org.jspecify.annotations."))
        .filter(line -> !line.contains("-> javax.annotation."))
        .toList();
  }
}
