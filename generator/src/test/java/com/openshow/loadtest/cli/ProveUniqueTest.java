package com.openshow.loadtest.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProveUniqueTest {
  @TempDir private Path folder;
  private final ByteArrayOutputStream output = new ByteArrayOutputStream();

  @Test
  void valuesOfManyJvmsThreadsAndRunsAreComparedAndNothingIsLeft() throws Exception {
    assertThat(
            prove(
                "--jvms",
                "2",
                "--threads",
                "3",
                "--runs",
                "2",
                "--values",
                "24000",
                "--clock-back",
                "1h"))
        .as(text())
        .isZero();
    assertThat(text())
        .contains("email: 2 JVMs x 3 threads x 2 runs, 24,000 values, the clock set back by 3600 s")
        .contains("24,000 values, 0 duplicates");
    assertThat(left()).isEmpty();
  }

  @Test
  void duplicatesAreToldWithExamplesAndFail() throws Exception {
    assertThat(
            prove(
                "pattern",
                "--option",
                "pattern=A{seq:6}",
                "--jvms",
                "1",
                "--threads",
                "1",
                "--runs",
                "2",
                "--values",
                "2000"))
        .as(text())
        .isEqualTo(1);
    assertThat(text())
        .contains("warning: such values are unique within one run")
        .contains("2,000 values, 1,000 duplicates")
        .containsPattern("more than once: A[0-9]{6}");
    assertThat(left()).isEmpty();
  }

  @Test
  void mistakesAreToldBeforeAnythingIsDrawn() throws Exception {
    assertThat(prove("emial")).isEqualTo(64);
    assertThat(text()).contains("unknown type of unique data \"emial\"; expected one of [email,");
    assertThat(prove("--threads", "0")).isEqualTo(64);
    assertThat(prove("--option", "max_length")).isEqualTo(64);
    assertThat(prove("--clock-back", "soon")).isEqualTo(64);
    assertThat(left()).isEmpty();
  }

  private int prove(String... arguments) {
    List<String> words = new ArrayList<>(List.of("prove-unique"));
    words.addAll(List.of(arguments));
    words.addAll(List.of("--folder", folder.toString()));
    PrintStream stream = new PrintStream(output, true, UTF_8);
    return Main.run(words.toArray(String[]::new), new Console(stream, stream));
  }

  private String text() {
    return output.toString(UTF_8);
  }

  private List<Path> left() throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
