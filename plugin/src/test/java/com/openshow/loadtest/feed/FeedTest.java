package com.openshow.loadtest.feed;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FeedTest {
  private static final FeedFormat PLAIN = new FeedFormat(',', true, List.of());
  private static final Feed.Part ALONE = new Feed.Part(1, 1);

  @TempDir private Path folder;

  @Test
  void rowsComeInTheFilesOrderAndFromTheFirstAgain() throws Exception {
    Path file = file("a,b\n1,x\n2,y\n3,z\n");
    try (Feed feed = Feed.open(file, PLAIN, FeedMode.SEQUENTIAL, ALONE, 0)) {
      assertThat(feed.columns()).containsExactly("a", "b");
      assertThat(firsts(feed, 7)).containsExactly("1", "2", "3", "1", "2", "3", "1");
    }
    try (Feed feed = Feed.open(file, PLAIN, FeedMode.UNIQUE_OR_STOP, ALONE, 0)) {
      assertThat(firsts(feed, 3)).containsExactly("1", "2", "3");
      assertThat(feed.next()).isEmpty();
      assertThat(feed.next()).isEmpty();
    }
  }

  @Test
  void quotesLineEndsByteOrderMarkAndUnicodeAreAsRfc4180AndUtf8Say() throws Exception {
    Path file = file("\uFEFFname;note\r\n\"O\"\"Brien; ü\";\"two\r\nlines\"\r\n😀; a \r\n");
    FeedFormat format = new FeedFormat(';', true, List.of());
    try (Feed feed = Feed.open(file, format, FeedMode.SEQUENTIAL, ALONE, 0)) {
      assertThat(feed.columns()).containsExactly("name", "note");
      assertThat(feed.next()).contains(List.of("O\"Brien; ü", "two\r\nlines"));
      assertThat(feed.next()).contains(List.of("😀", " a "));
    }
  }

  @Test
  void columnsThatAreGivenMakeTheFirstLineARow() throws Exception {
    FeedFormat format = new FeedFormat('\t', false, List.of("a", "b"));
    try (Feed feed = Feed.open(file("1\t2\n3\t4"), format, FeedMode.UNIQUE_OR_STOP, ALONE, 0)) {
      assertThat(firsts(feed, 2)).containsExactly("1", "3");
      assertThat(feed.next()).isEmpty();
    }
    FeedFormat withHeader = new FeedFormat(',', true, List.of("a", "b"));
    try (Feed feed = Feed.open(file("a,b\n1,2\n"), withHeader, FeedMode.UNIQUE_OR_STOP, ALONE, 0)) {
      assertThat(firsts(feed, 1)).containsExactly("1");
    }
    assertThatThrownBy(() -> Feed.open(file("a,c\n1,2\n"), withHeader, FeedMode.RANDOM, ALONE, 0))
        .hasMessage("line 1: the line must have the names of the columns, a, b, and has others");
    assertThatThrownBy(() -> new FeedFormat(',', false, List.of()))
        .hasMessage("the columns must be named where the file has no header");
  }

  @Test
  void injectorsShareTheRowsOfAFileWithoutOverlapAndNoneIsLeft() throws Exception {
    long seed = 20_261_128;
    Random random = new Random(seed);
    for (int round = 0; round < 20; round++) {
      int rows = 10 + random.nextInt(400);
      int injectors = 1 + random.nextInt(9);
      Path file = file("n\n" + numbers(rows));
      List<String> all = new ArrayList<>();
      for (int injector = 1; injector <= injectors; injector++) {
        Feed.Part part = new Feed.Part(injectors, injector);
        try (Feed feed = Feed.open(file, PLAIN, FeedMode.UNIQUE_OR_STOP, part, 0)) {
          for (Optional<List<String>> row = feed.next(); row.isPresent(); row = feed.next()) {
            int number = Integer.parseInt(row.get().get(0));
            assertThat(number % injectors)
                .as("seed %d, row %d", seed, number)
                .isEqualTo(injector - 1);
            all.add(row.get().get(0));
          }
        }
        try (Feed feed = Feed.open(file, PLAIN, FeedMode.RANDOM, part, seed)) {
          for (String number : firsts(feed, 50)) {
            assertThat(Integer.parseInt(number) % injectors).isEqualTo(injector - 1);
          }
        }
      }
      assertThat(all).as("seed %d", seed).hasSize(rows).doesNotHaveDuplicates();
    }
  }

  @Test
  void manyThreadsGetEachRowOfALargeFileOnce() throws Exception {
    int rows = 200_000;
    Path file = file("n\n" + numbers(rows));
    Set<String> seen = ConcurrentHashMap.newKeySet();
    List<Thread> threads = new ArrayList<>();
    try (Feed feed = Feed.open(file, PLAIN, FeedMode.UNIQUE_OR_STOP, ALONE, 0)) {
      for (int t = 0; t < 8; t++) {
        Thread thread =
            new Thread(
                () -> {
                  try {
                    for (Optional<List<String>> row = feed.next();
                        row.isPresent();
                        row = feed.next()) {
                      assertThat(seen.add(row.get().get(0))).isTrue();
                    }
                  } catch (IOException e) {
                    throw new AssertionError(e);
                  }
                });
        threads.add(thread);
        thread.start();
      }
      for (Thread thread : threads) {
        thread.join();
      }
    }
    assertThat(seen).hasSize(rows);
  }

  @Test
  void randomRowsAreEvenlyLikelyAndTheSameForTheSameSeed() throws Exception {
    Path file = file("n\n" + numbers(10));
    try (Feed feed = Feed.open(file, PLAIN, FeedMode.RANDOM, ALONE, 7);
        Feed same = Feed.open(file, PLAIN, FeedMode.RANDOM, ALONE, 7);
        Feed other = Feed.open(file, PLAIN, FeedMode.RANDOM, ALONE, 8)) {
      List<String> drawn = firsts(feed, 100_000);
      assertThat(firsts(same, 1_000)).isEqualTo(drawn.subList(0, 1_000));
      assertThat(firsts(other, 1_000)).isNotEqualTo(drawn.subList(0, 1_000));
      Map<String, Long> counts =
          drawn.stream()
              .collect(Collectors.groupingBy(n -> n, TreeMap::new, Collectors.counting()));
      // Six standard deviations of a binomial count; the seed is fixed.
      assertThat(counts).hasSize(10);
      assertThat(counts.values()).allMatch(count -> Math.abs(count - 10_000) < 570);
    }
  }

  @Test
  void everyProblemOfAFileIsSaidWithItsLineAndNoneOfItsValues() throws Exception {
    assertThat(problems("a,b c,a,\n1,2\n\n1,\"p\nq\",3,4\n1,2,3,4,secret\n"))
        .containsExactly(
            "1: column 2 must be named like a variable (1 to 50 letters, digits or '_', beginning"
                + " with a letter), but is not",
            "1: a second column is named \"a\"",
            "1: column 4 must be named like a variable (1 to 50 letters, digits or '_', beginning"
                + " with a letter), but has no name",
            "2: must have 4 fields (a, b c, a, ), but has 2",
            "3: the line is empty; remove it",
            "6: must have 4 fields (a, b c, a, ), but has 5");
    assertThat(problems(""))
        .containsExactly(
            "1: the file is empty; expected a line with the names of the columns, and rows below"
                + " it");
    assertThat(problems("a,b\n"))
        .containsExactly(
            "1: there is no row; expected at least one below the names of the columns");
    assertThat(problems("\n1\n"))
        .containsExactly("1: the line is empty; expected the names of the columns");
    assertThat(problems("a\n1\n\"2\n3\n"))
        .containsExactly("3: from here on no row can be read: a quote is never closed");
    assertThat(problems("a\n1\n\"2\"secret\n3\n"))
        .containsExactly(
            "3: from here on no row can be read: behind a closing quote must come the next field; a"
                + " quote inside a field is written \"\"");
  }

  @Test
  void ofManyProblemsTheRestIsCounted() throws Exception {
    assertThat(problems("a\n" + "1,2\n".repeat(1_000)))
        .hasSize(21)
        .last()
        .isEqualTo("1001: 980 more rows up to here are wrong");
  }

  @Test
  void whatIsNoUtf8IsSaid() throws Exception {
    Path file = Files.write(folder.resolve("f.csv"), "a\n1\n\u00fc\n".getBytes(ISO_8859_1));
    assertThatThrownBy(() -> Feed.open(file, PLAIN, FeedMode.RANDOM, ALONE, 0))
        .isInstanceOf(FeedException.class)
        .hasMessageContaining("no UTF-8 text");
  }

  @Test
  void anInjectorWithoutARowIsTold() throws Exception {
    Path file = file("a\n1\n2\n");
    assertThatThrownBy(() -> Feed.open(file, PLAIN, FeedMode.SEQUENTIAL, new Feed.Part(3, 3), 0))
        .isInstanceOf(FeedException.class)
        .hasMessage("line 1: there are 2 rows, and none of them for injector 3 of 3");
  }

  @Test
  void aMillionRowsNeedLittleMemory() throws Exception {
    Path file = folder.resolve("large.csv");
    int rows = 1_000_000;
    try (BufferedWriter writer = Files.newBufferedWriter(file)) {
      writer.write("id,text\n");
      for (int i = 0; i < rows; i++) {
        writer.write(i + ",\"some text of row " + i + "\"\n");
      }
    }
    try (Feed feed = Feed.open(file, PLAIN, FeedMode.RANDOM, ALONE, 1)) {
      long before = used();
      for (int i = 0; i < 20_000; i++) {
        List<String> row = feed.next().orElseThrow();
        assertThat(row.get(1)).isEqualTo("some text of row " + row.get(0));
      }
      // All rows would be more than 150 MB.
      assertThat(used() - before).isLessThan(30L << 20);
    }
  }

  private static long used() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  @Test
  void valuesInJsonAndInPathsMeanTheSame() {
    assertThat(FieldForms.json("a\"b\\c\n\r\t\u0001ü")).isEqualTo("a\\\"b\\\\c\\n\\r\\t\\u0001ü");
    assertThat(FieldForms.segment("a b/c?d%ü~")).isEqualTo("a%20b%2Fc%3Fd%25%C3%BC~");
  }

  private List<String> problems(String content) throws IOException {
    try {
      Feed.open(file(content), PLAIN, FeedMode.RANDOM, ALONE, 0).close();
    } catch (FeedException e) {
      return e.problems().stream().map(FeedProblem::toString).toList();
    }
    throw new AssertionError("the file was accepted");
  }

  private static List<String> firsts(Feed feed, int count) throws IOException {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      values.add(feed.next().orElseThrow().get(0));
    }
    return values;
  }

  private static String numbers(int count) {
    return IntStream.range(0, count).mapToObj(i -> i + "\n").collect(Collectors.joining());
  }

  private Path file(String content) throws IOException {
    return Files.write(folder.resolve("f.csv"), content.getBytes(UTF_8));
  }
}
