package com.openshow.loadtest.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.openshow.loadtest.distribution.Home.Outcome;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ArchivesIT {
  private static final List<String> SCRIPTS = List.of("jmeter", "jmeter-server", "loadtest");

  @TempDir private Path folder;

  @Test
  void theTarHoldsTheHomeInOneFolder() throws Exception {
    Path archive = Home.archive(".tar.gz");
    Outcome tar = Home.run(Home.command(folder, "tar", "-xzf", archive));
    assertThat(tar.exitCode()).as(tar.output()).isZero();

    Path home = folder.resolve(top());
    assertThat(files(home)).isEqualTo(files(Home.PATH));
    assertThat(SCRIPTS).allSatisfy(name -> assertThat(home.resolve("bin/" + name)).isExecutable());
    assertThat(Home.run(Home.command(folder, home.resolve("bin/jmeter"), "--version")).exitCode())
        .isZero();
  }

  @Test
  void theZipHoldsTheHomeInOneFolder() throws Exception {
    Map<String, Object> withModes = Map.of("enablePosixFileAttributes", true);
    try (FileSystem zip = FileSystems.newFileSystem(Home.archive(".zip"), withModes)) {
      Path root = zip.getPath("/");
      try (Stream<Path> children = Files.list(root)) {
        assertThat(children.map(child -> child.getFileName().toString().replace("/", "")))
            .containsExactly(top());
      }
      Path home = root.resolve(top());
      assertThat(files(home)).isEqualTo(files(Home.PATH));
      for (String name : SCRIPTS) {
        Path script = home.resolve("bin/" + name);
        assertThat(Files.getPosixFilePermissions(script))
            .isEqualTo(Files.getPosixFilePermissions(Home.PATH.resolve("bin/" + name)));
      }
    }
  }

  private static String top() {
    return Home.archive("").getFileName().toString();
  }

  /** Files with their sizes, and folders, the empty ones too. */
  private static List<String> files(Path home) throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        String name = home.relativize(file).toString().replaceFirst("/$", "");
        found.add(Files.isDirectory(file) ? name + "/" : name + " " + Files.size(file));
      }
    }
    found.sort(null);
    return found;
  }
}
