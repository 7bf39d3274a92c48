package com.openshow.loadtest.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder in which a JMeter finds its settings. */
final class JMeterHome {
  /** The system property by which a start script tells its own home. */
  private static final String PROPERTY = "jmeter.home";

  private static final String SETTINGS = "bin/jmeter.properties";

  private JMeterHome() {}

  /** The installed JMeter this program runs in; empty when it runs on its own class path. */
  static Optional<Path> installed() {
    return Optional.ofNullable(System.getProperty(PROPERTY))
        .map(Path::of)
        .filter(home -> Files.isRegularFile(home.resolve(SETTINGS)));
  }

  /** Makes a home from which JMeter can run, and which lasts as long as this JVM. */
  static Path temporary() {
    return temporary(Integer.MAX_VALUE);
  }

  /** The same with JMeter's settings only: enough to read and write plans, and quickly made. */
  static Path ofSettings() {
    return temporary(1);
  }

  private static Path temporary(int depth) {
    try {
      Path home = Files.createTempDirectory("loadtest-jmeter-");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(home), "jmeter-home-cleanup"));
      for (String folder : List.of("lib/ext", "lib/junit")) {
        Files.createDirectories(home.resolve(folder));
      }
      URL settings = JMeterHome.class.getClassLoader().getResource(SETTINGS);
      if (settings == null) {
        throw new IllegalStateException("ApacheJMeter_config is missing from the class path");
      }
      URI jar = URI.create(settings.toURI().toString().replaceFirst("!.*", ""));
      try (FileSystem content = FileSystems.newFileSystem(jar, Map.of())) {
        copy(content.getPath("/bin"), depth, home);
      }
      return home;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make a temporary home for JMeter: " + e, e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void copy(Path from, int depth, Path home) throws IOException {
    try (Stream<Path> files = Files.walk(from, depth)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path target = home.resolve(file.toString().substring(1));
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else if (target.endsWith("bin/log4j2.xml")) {
          // Else each run begins with four lines about a setting of this very file.
          Files.writeString(
              target, Files.readString(file).replace("status=\"WARN\"", "status=\"ERROR\""));
        } else {
          Files.copy(file, target);
        }
      }
    }
  }

  private static void delete(Path home) {
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      // The system clears its temporary folder; nobody is there to read a message any more.
    }
  }
}
