package com.openshow.loadtest.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PartitionsTest {
  @TempDir private Path folder;

  @Test
  void everyValueThatComesTwiceIsFoundWhoeverWroteIt() throws Exception {
    long seed = 4_711;
    Random random = new Random(seed);
    for (int count : new int[] {1, 7, 100}) {
      Partitions partitions = new Partitions(folder.resolve("n" + count), count);
      partitions.make();
      List<String> all = new ArrayList<>();
      for (String jvm : List.of("a", "b", "c")) {
        try (PartitionWriter writer = new PartitionWriter(partitions, jvm)) {
          for (int i = 0; i < 20_000; i++) {
            // Some are long, to be written past the buffer.
            String value =
                random.nextInt(100_000) + "ü".repeat(random.nextInt(500) == 0 ? 5_000 : 0);
            all.add(value);
            writer.add(value);
          }
        }
      }
      Findings findings = check(partitions);
      assertThat(findings.values()).as("seed %d", seed).isEqualTo(60_000);
      assertThat(findings.duplicates()).isEqualTo(60_000 - new TreeSet<>(all).size());
      assertThat(findings.examples()).isNotEmpty().allMatch(all::contains);
      partitions.remove();
      assertThat(partitions.folder()).doesNotExist();
    }
  }

  @Test
  void valuesThatDifferInOneCharacterAreSpreadEvenly() {
    Partitions partitions = new Partitions(folder, 100);
    int[] sizes = new int[100];
    for (int i = 0; i < 1_000_000; i++) {
      sizes[partitions.of("lt-1x3k5b7d-" + Integer.toString(i, 36) + "@example.com")]++;
    }
    for (int size : sizes) {
      assertThat(size).isBetween(8_000, 12_000);
    }
  }

  @Test
  void thereAreAsManyPartitionsAsMemoryAsksForAndFilesAllow() {
    assertThat(Partitions.countFor(1)).isEqualTo(1);
    assertThat(Partitions.countFor(300_001)).isEqualTo(2);
    assertThat(Partitions.countFor(100_000_000)).isEqualTo(334);
    assertThat(Partitions.countFor(Long.MAX_VALUE / 2)).isEqualTo(800);
  }

  private static Findings check(Partitions partitions) throws IOException {
    Findings findings = Findings.NONE;
    for (int i = 0; i < partitions.count(); i++) {
      findings = findings.and(partitions.check(i, 3));
    }
    return findings;
  }
}
