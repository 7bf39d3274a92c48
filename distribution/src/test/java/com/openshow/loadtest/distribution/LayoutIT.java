package com.openshow.loadtest.distribution;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

final class LayoutIT {
  private static final List<String> MODULES =
      List.of(
          "bolt",
          "components",
          "core",
          "ftp",
          "functions",
          "http",
          "java",
          "jdbc",
          "jms",
          "junit",
          "ldap",
          "mail",
          "mongodb",
          "native",
          "tcp");

  /** Of filler: too many classes for lib/ext, all of which JMeter reads at its start. */
  private static final List<String> FILLER = List.of("datafaker-", "libphonenumber-");

  /** All the same versions too, and therefore no library twice. */
  @Test
  void hasTheLibrariesOfTheOfficialJMeter() throws Exception {
    List<String> expected = new ArrayList<>(List.of("jorphan.jar"));
    try (InputStream official = LayoutIT.class.getResourceAsStream("/official-lib.txt")) {
      expected.addAll(
          new String(Objects.requireNonNull(official).readAllBytes(), UTF_8).lines().toList());
    }

    List<String> found = new ArrayList<>(Home.jarNames("lib"));
    for (String name : FILLER) {
      assertThat(found.removeIf(jar -> jar.startsWith(name))).as(name).isTrue();
    }
    assertThat(found)
        .as("what only the command line needs goes to lib/loadtest: see src/assembly/home.xml")
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void hasTheModulesOfTheOfficialJMeterAndThePlugin() throws Exception {
    List<String> expected = new ArrayList<>(List.of(plugin().getFileName().toString()));
    MODULES.forEach(module -> expected.add("ApacheJMeter_" + module + ".jar"));

    assertThat(Home.jarNames("lib/ext")).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void hasWhatJMeterReadsAtTheStart() {
    assertThat(Home.PATH.resolve("lib/junit")).isEmptyDirectory();
    assertThat(
            List.of(
                "LICENSE",
                "licenses/ApacheJMeter/META-INF/LICENSE",
                "licenses/ApacheJMeter/META-INF/NOTICE",
                "bin/ApacheJMeter.jar",
                "bin/jmeter.properties",
                "bin/saveservice.properties",
                "bin/upgrade.properties",
                "bin/user.properties",
                "bin/log4j2.xml",
                "bin/report-template/index.html.fmkr",
                "bin/templates/templates.xml",
                "lib/loadtest/loadtest.jar"))
        .allSatisfy(file -> assertThat(Home.PATH.resolve(file)).isNotEmptyFile());
  }

  @Test
  void hasScriptsForEverySystem() throws Exception {
    for (String script : List.of("jmeter", "jmeter-server", "loadtest")) {
      assertThat(Home.PATH.resolve("bin/" + script)).isExecutable();
      assertThat(Files.readString(Home.PATH.resolve("bin/" + script))).doesNotContain("\r");
      assertThat(Files.readString(Home.PATH.resolve("bin/" + script + ".bat")))
          .doesNotContainPattern("[^\r]\n");
    }
  }

  @Test
  void thePluginBringsOnlyItsOwnClasses() throws Exception {
    try (JarFile jar = new JarFile(plugin().toFile())) {
      assertThat(jar.stream().map(ZipEntry::getName).filter(name -> name.endsWith(".class")))
          .isNotEmpty()
          .allMatch(name -> name.startsWith("com/openshow/loadtest/"))
          .anyMatch(name -> name.startsWith("com/openshow/loadtest/shaded/hdrhistogram/"));
    }
  }

  private static Path plugin() throws Exception {
    List<Path> plugins =
        Home.jars("lib/ext").stream()
            .filter(jar -> jar.getFileName().toString().startsWith("loadtest-plugin-"))
            .toList();
    assertThat(plugins).hasSize(1);
    return plugins.get(0);
  }
}
