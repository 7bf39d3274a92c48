package com.openshow.loadtest.metrics.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openshow.loadtest.metrics.MetricsSource;
import com.openshow.loadtest.metrics.Point;
import com.openshow.loadtest.metrics.Reading;
import com.openshow.loadtest.metrics.Series;
import com.openshow.loadtest.metrics.TimeRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ArchiveTest {
  private static final long SEED = 20261128;
  private static final Instant START = Instant.parse("2026-01-01T00:00:00.123Z");
  private static final TimeRange RUN = new TimeRange(START, START.plusSeconds(60));

  @TempDir private Path folder;

  /** A source whose values are drawn. */
  private static final class Drawn implements MetricsSource {
    private final Random random = new Random(SEED);

    @Override
    public String name() {
      return "drawn \"<api>\"";
    }

    @Override
    public Reading read(String query, TimeRange range) {
      List<Point> points = new ArrayList<>();
      for (long at = range.from().toEpochMilli(); range.contains(at); at += 1000) {
        double value = Double.longBitsToDouble(random.nextLong());
        points.add(new Point(at, value));
      }
      points.add(new Point(range.to().toEpochMilli() + 1, Double.NEGATIVE_INFINITY));
      return new Reading.Values(
          List.of(new Series(Map.of("query", query, "x", "é\u0000\"\\"), points)),
          Duration.ofSeconds(1),
          List.of("a doubt"),
          List.of("a note"));
    }

    @Override
    public Reading raw(String selector, TimeRange range) {
      return new Reading.Unavailable("the server is gone");
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }

  private Archive again(Archive archive) throws IOException {
    Path file = Files.writeString(folder.resolve(Archive.FILE_NAME), archive.render());
    return Archive.read(file);
  }

  @Test
  void itAnswersTheSameQuestionsAgainToTheLastBit() throws Exception {
    RecordingSource source = new RecordingSource(new Drawn());
    Reading first = source.read("a + b", RUN);
    Reading second = source.read("c", RUN);
    Reading gone = source.raw("d", RUN);

    MetricsSource kept = again(Archive.of(source, List.of())).source(source.name());

    assertThat(kept.read("a + b", RUN)).as("seed %d", SEED).isEqualTo(first);
    assertThat(kept.read("c", RUN)).isEqualTo(second);
    assertThat(kept.raw("d", RUN)).isEqualTo(gone);
  }

  @Test
  void ofAPartOfTheTimeItTellsThatPart() throws Exception {
    RecordingSource source = new RecordingSource(new Drawn());
    source.read("a", RUN);
    TimeRange part = new TimeRange(START.plusSeconds(10), START.plusSeconds(20));

    Reading reading = again(Archive.of(source, List.of())).source(source.name()).read("a", part);

    assertThat(reading).isInstanceOf(Reading.Values.class);
    List<Point> points = ((Reading.Values) reading).series().get(0).points();
    assertThat(points).hasSize(11);
    assertThat(points.get(0).millis()).isEqualTo(part.from().toEpochMilli());
    assertThat(points.get(10).millis()).isEqualTo(part.to().toEpochMilli());
  }

  @Test
  void whatItWasNotAskedItDoesNotKnow() throws Exception {
    RecordingSource source = new RecordingSource(new Drawn());
    source.read("a", RUN);
    MetricsSource kept = again(Archive.of(source, List.of())).source(source.name());
    TimeRange longer = new TimeRange(START, START.plusSeconds(61));

    assertThat(kept.read("b", RUN))
        .isEqualTo(
            new Reading.Unavailable(
                "backend.json has no answer of \"drawn \"<api>\"\" to b: the objective was not"
                    + " among those of the run"));
    assertThat(kept.raw("a", RUN)).isInstanceOf(Reading.Unavailable.class);
    assertThat(kept.read("a", longer))
        .isEqualTo(
            new Reading.Unavailable(
                "backend.json knows a from 2026-01-01T00:00:00.123Z to 2026-01-01T00:01:00.123Z,"
                    + " and not from 2026-01-01T00:00:00.123Z to 2026-01-01T00:01:01.123Z"));
  }

  @Test
  void aFileThatIsNoArchiveIsRefusedWithAReason() throws Exception {
    refused("{\"schemaVersion\": 2}", "expected \"schemaVersion\": 1, but found 2");
    refused("{\"schemaVersion\": 1, \"answers\": [{}]}", "expected a text as \"form\"");
    refused("{\"schemaVersion\": 1,\n \"answers\": [", ":2: not JSON: ");
    refused("", "expected \"schemaVersion\": 1");
    refused(
        """
        {"schemaVersion": 1, "answers": [{"source": "a", "form": "read", "query": "b",
          "from": "yesterday", "to": "today"}]}
        """,
        "'yesterday' could not be parsed");
  }

  private void refused(String content, String why) throws IOException {
    Path file = Files.writeString(folder.resolve("x.json"), content);
    assertThatThrownBy(() -> Archive.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining(why);
  }
}
