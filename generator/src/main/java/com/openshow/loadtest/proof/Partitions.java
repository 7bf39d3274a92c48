package com.openshow.loadtest.proof;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A folder in which values lie by their hash: equal values are in the same partition, so only those
 * of one partition are ever in memory together.
 *
 * @param folder where they lie, a folder for each partition
 * @param count how many partitions there are, at least 1
 */
public record Partitions(Path folder, int count) {
  /** So many values of a partition are held in memory with ease. */
  private static final int VALUES_EACH = 300_000;

  /** A JVM has a file open in each partition; systems allow it 1,024. */
  private static final int MOST = 800;

  public Partitions {
    if (!(count >= 1 && count <= MOST)) {
      throw new IllegalArgumentException("count must be 1 to " + MOST + ", but was " + count);
    }
  }

  /** How many partitions so many values need. */
  public static int countFor(long values) {
    return (int) Math.max(1, Math.min(MOST, (values + VALUES_EACH - 1) / VALUES_EACH));
  }

  /** Makes the folders. */
  public void make() throws IOException {
    for (int i = 0; i < count; i++) {
      Files.createDirectories(partition(i));
    }
  }

  Path partition(int number) {
    return folder.resolve(String.format(Locale.ROOT, "%03d", number));
  }

  int of(String value) {
    // String's own hash is weak in its high bits for texts that end alike.
    int mixed = value.hashCode() * 0x9E3779B9;
    return Integer.remainderUnsigned(mixed ^ (mixed >>> 15), count);
  }

  /**
   * Compares all values of a partition with each other, and removes them.
   *
   * @param mostExamples how many of the values that came more than once are told
   */
  public Findings check(int number, int mostExamples) throws IOException {
    Set<String> seen = new HashSet<>();
    Set<String> examples = new HashSet<>();
    long values = 0;
    for (Path file : files(partition(number))) {
      try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
        for (String value = lines.readLine(); value != null; value = lines.readLine()) {
          values++;
          if (!seen.add(value) && examples.size() < mostExamples) {
            examples.add(value);
          }
        }
      }
      Files.delete(file);
    }
    return new Findings(values, values - seen.size(), examples.stream().sorted().toList());
  }

  private static List<Path> files(Path partition) throws IOException {
    try (Stream<Path> files = Files.list(partition)) {
      return files.sorted().toList();
    }
  }

  /** Removes the folder with all that is left in it. */
  public void remove() throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
        Files.deleteIfExists(file);
      }
    }
  }
}
