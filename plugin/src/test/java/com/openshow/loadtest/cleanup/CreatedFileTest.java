package com.openshow.loadtest.cleanup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CreatedFileTest {
  @TempDir private Path folder;
  private Path path = Path.of("");

  @BeforeEach
  void name() {
    path = folder.resolve("report/created.jsonl");
  }

  @Test
  void whatWasCreatedLastIsToldFirstAndWhatIsDeletedNoMore() throws Exception {
    try (CreatedFile file = CreatedFile.open(path)) {
      file.add(created("/p/1", "ü \"o\"@x"));
      file.add(created("/p/2", "b"));
      file.add(created("/p/3?hard=true", "a"));
      assertThat(paths(file)).containsExactly("/p/3?hard=true", "/p/2", "/p/1");
      try (CreatedFile.Backwards entries = file.backwards(one -> one.owner().equals("b"))) {
        file.deleted(entries.next().orElseThrow());
        assertThat(entries.next()).isEmpty();
      }
      assertThat(file.pending()).isEqualTo(2);
    }
    try (CreatedFile again = CreatedFile.open(path)) {
      assertThat(paths(again)).containsExactly("/p/3?hard=true", "/p/1");
      try (CreatedFile.Backwards entries = again.backwards(one -> true)) {
        entries.next();
        assertThat(entries.next().orElseThrow().created()).isEqualTo(created("/p/1", "ü \"o\"@x"));
      }
      again.add(created("/p/4", "c"));
      assertThat(paths(again)).containsExactly("/p/4", "/p/3?hard=true", "/p/1");
    }
  }

  @Test
  void aFileWithNothingToDeleteIsRemoved() throws Exception {
    try (CreatedFile file = CreatedFile.open(path)) {
      file.add(created("/p/1", ""));
      try (CreatedFile.Backwards entries = file.backwards(one -> true)) {
        file.deleted(entries.next().orElseThrow());
      }
      assertThat(path).isNotEmptyFile();
    }
    assertThat(path).doesNotExist();
  }

  @Test
  void everythingIsThereBeforeTheFileIsClosed() throws Exception {
    CreatedFile killed = CreatedFile.open(path);
    killed.add(created("/p/1", ""));
    killed.add(created("/p/2", ""));
    try (CreatedFile other = CreatedFile.open(path)) {
      assertThat(paths(other)).containsExactly("/p/2", "/p/1");
    } finally {
      killed.close();
    }
  }

  @Test
  void aFileThatWasCutOffAnywhereLosesItsLastLineAtMost() throws Exception {
    try (CreatedFile file = CreatedFile.open(path)) {
      for (int i = 0; i < 20; i++) {
        file.add(created("/p/" + i, "é😀"));
      }
    }
    byte[] whole = Files.readAllBytes(path);
    long seed = 7;
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      int length = random.nextInt(whole.length + 1);
      Files.write(path, Arrays.copyOf(whole, length));
      try (CreatedFile file = CreatedFile.open(path)) {
        int lines = file.pending();
        file.add(created("/p/new", ""));
        List<String> paths = paths(file);
        assertThat(paths)
            .as("seed %d, %d bytes", seed, length)
            .hasSize(lines + 1)
            .startsWith("/p/new");
        for (int i = 0; i < lines; i++) {
          assertThat(paths).contains("/p/" + i);
        }
        assertThat(file.unreadable()).isLessThanOrEqualTo(1);
      }
    }
  }

  @Test
  void linesOfSomebodyElseAreCountedAndLeftThere() throws Exception {
    Files.createDirectories(path.getParent());
    Files.writeString(
        path,
        "no json\n{\"number\": -1, \"path\": \"/x\"}\n{\"number\": 2147483647, \"path\": \"/y\"}\n\n");
    try (CreatedFile file = CreatedFile.open(path)) {
      assertThat(file.pending()).isZero();
      assertThat(file.unreadable()).isEqualTo(4);
    }
    assertThat(Files.readString(path)).startsWith("no json");
  }

  @Test
  void manyThreadsAddAndDeleteEachThingOnce() throws Exception {
    try (CreatedFile file = CreatedFile.open(path)) {
      run(
          8,
          thread -> {
            for (int i = 0; i < 500; i++) {
              file.add(created("/p/" + thread + "/" + i, Integer.toString(thread)));
            }
          });
      assertThat(file.pending()).isEqualTo(4_000);
      List<String> seen = Collections.synchronizedList(new ArrayList<>());
      run(
          8,
          thread -> {
            try (CreatedFile.Backwards own =
                file.backwards(one -> one.owner().equals(Integer.toString(thread)))) {
              for (Optional<CreatedFile.Entry> entry = own.next();
                  entry.isPresent();
                  entry = own.next()) {
                seen.add(entry.get().created().path());
                file.deleted(entry.get());
              }
            }
          });
      assertThat(new TreeSet<>(seen)).hasSize(4_000);
      assertThat(seen).hasSize(4_000);
      assertThat(file.pending()).isZero();
    }
  }

  /** What a thread does. */
  private interface Work {
    void of(int thread) throws IOException;
  }

  private static void run(int count, Work work) throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
    for (int t = 0; t < count; t++) {
      int number = t;
      Thread thread =
          new Thread(
              () -> {
                try {
                  work.of(number);
                } catch (IOException e) {
                  failures.add(e);
                }
              });
      threads.add(thread);
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(failures).isEmpty();
  }

  private static Created created(String path, String owner) {
    return new Created("http://h:1", "DELETE", path, "DELETE /p/{id}", true, owner, "S 1-1");
  }

  private static List<String> paths(CreatedFile file) throws IOException {
    List<String> paths = new ArrayList<>();
    try (CreatedFile.Backwards entries = file.backwards(one -> true)) {
      for (Optional<CreatedFile.Entry> entry = entries.next();
          entry.isPresent();
          entry = entries.next()) {
        paths.add(entry.get().created().path());
      }
    }
    return paths;
  }
}
