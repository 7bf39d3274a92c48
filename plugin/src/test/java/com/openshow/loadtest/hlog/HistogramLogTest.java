package com.openshow.loadtest.hlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openshow.loadtest.slo.Baseline;
import com.openshow.loadtest.slo.Capacity;
import com.openshow.loadtest.slo.Evaluator;
import com.openshow.loadtest.slo.Judgement;
import com.openshow.loadtest.slo.measure.LabelStatistics;
import com.openshow.loadtest.slo.measure.Measurement;
import com.openshow.loadtest.slo.measure.RunRecorder;
import com.openshow.loadtest.slo.measure.Sample;
import com.openshow.loadtest.slo.measure.SampleKey;
import com.openshow.loadtest.slo.measure.Timing;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run of many kinds of samples, its log, and what can be read from that. */
final class HistogramLogTest {
  private static final int PORTIONS = 7;
  private static final int CUTS = 23;

  @TempDir private Path folder;
  private Path file;
  private RunRecorder live;

  @BeforeEach
  void write() throws IOException {
    file = folder.resolve("run.hlog");
    live = RandomRun.recorder();
    RandomRun.write(file, live, PORTIONS, Optional.empty());
  }

  @Test
  void theVerdictOfTheLogIsThatOfTheRunToTheDigit() throws Exception {
    RunRecorder read = RandomRun.recorder();
    LogEnd end = read(file, read);

    Judgement expected = judge(live);
    assertThat(expected.outcomes()).as("seed %d", RandomRun.SEED).allMatch(o -> o.samples() > 0);
    assertThat(expected.capacities()).extracting(Capacity::load).allMatch(Optional::isPresent);
    assertThat(judge(read)).usingRecursiveComparison().isEqualTo(expected);
    assertThat(expected.faults()).hasSize(1).allMatch(fault -> fault.problem().isEmpty());
    assertThat(end.interruption()).isEmpty();
    assertThat(end.uncounted()).isEmpty();
    assertThat(end.warmUp()).isEqualTo(RandomRun.WARM_UP);
    assertThat(end.rising()).containsExactly(RandomRun.RISING);
  }

  @Test
  void logsOfTwoInjectorsAreOneRun() throws Exception {
    // Each has its own virtual users; the warm-up of both begins with the same sample.
    Sample first = RandomRun.samples().get(RandomRun.samples().size() - 1);
    RunRecorder whole = RandomRun.recorder();
    for (int injector = 0; injector < 2; injector++) {
      int number = injector;
      List<Sample> own =
          RandomRun.samples().stream()
              .filter(sample -> sample.user().hashCode() % 2 == number)
              .collect(Collectors.toCollection(ArrayList::new));
      own.add(0, new Sample("S", "setup: x", first.user(), first.startMillis(), 1, 0, false));
      Path log = folder.resolve(injector + ".hlog");
      RandomRun.write(log, RandomRun.recorder(), own, PORTIONS + injector, Optional.empty());
      read(log, whole);
    }

    assertThat(judge(whole)).usingRecursiveComparison().isEqualTo(judge(live));
  }

  @Test
  void itIsTheSameHoweverOftenItIsWritten() throws Exception {
    Path once = folder.resolve("once.hlog");
    RandomRun.write(once, RandomRun.recorder(), 1, Optional.empty());
    RunRecorder read = RandomRun.recorder();
    read(once, read);
    assertThat(judge(read)).usingRecursiveComparison().isEqualTo(judge(live));
  }

  @Test
  void hdrHistogramsOwnReaderFindsTheSameHistograms() throws Exception {
    Map<String, Histogram> byTag = new HashMap<>();
    try (HistogramLogReader reader = new HistogramLogReader(file.toFile())) {
      while (reader.hasNext()) {
        EncodableHistogram interval = reader.nextIntervalHistogram();
        if (interval != null) {
          assertThat(interval.getEndTimeStamp() - interval.getStartTimeStamp()).isEqualTo(1000);
          byTag
              .computeIfAbsent(interval.getTag(), tag -> new Histogram(3))
              .add((Histogram) interval);
        }
      }
    }
    Measurement whole = RandomRun.measurement(live);
    Map<String, Histogram> expected = new HashMap<>();
    whole
        .statistics()
        .forEach(
            (key, statistics) -> {
              for (Timing timing : Timing.values()) {
                put(expected, new Tag(key, timing, false), statistics);
                put(expected, new Tag(key, timing, true), statistics);
              }
            });
    assertThat(byTag).as("seed %d", RandomRun.SEED).isEqualTo(expected);
  }

  private static void put(Map<String, Histogram> into, Tag tag, LabelStatistics statistics) {
    Histogram histogram =
        tag.failed()
            ? statistics.time(tag.timing()).failed().toHistogram()
            : statistics.time(tag.timing()).successful().toHistogram();
    if (histogram.getTotalCount() > 0) {
      into.put(tag.text(), histogram);
    }
  }

  @Test
  void aLogThatEndsAnywhereCountsItsWholePortionsAndSaysWhatItDoesNot() throws Exception {
    String text = Files.readString(file);
    int last = text.lastIndexOf("#[Written", text.lastIndexOf("#[Written") - 1);
    int begin = text.indexOf('\n', last) + 1;
    int end = text.lastIndexOf("#[End");
    RunRecorder before = RandomRun.recorder();
    read(text.substring(0, begin), before);
    Judgement expected = judge(before);
    for (int cut = begin; cut < end - 1; cut += (end - begin) / CUTS) {
      RunRecorder read = RandomRun.recorder();
      LogEnd found = read(text.substring(0, cut), read);
      assertThat(judge(read)).as("cut at %d", cut).usingRecursiveComparison().isEqualTo(expected);
      assertThat(found.interruption()).contains(LogReader.NO_END);
      assertThat(found.uncounted().isPresent()).isEqualTo(cut > begin);
    }
  }

  @Test
  void damageThatIsNotAtTheEndIsRefusedWithItsLine() throws Exception {
    List<String> lines = Files.readAllLines(file);
    int histogram = 20;
    assertThat(lines.get(histogram)).startsWith("Tag=");
    damaged(lines, histogram, lines.get(histogram).replaceFirst(",.*", ",1.000"), histogram + 1);
    damaged(lines, histogram, lines.get(histogram).replaceFirst(":request:", ":x:"), histogram + 1);
    damaged(lines, histogram, lines.get(histogram).replace(",1.000,", ",5.000,"), histogram + 1);
    damaged(lines, histogram, lines.get(histogram).replace(",HIST", ",hist"), histogram + 1);
    // A line that is missing is noticed where the portion says that it is whole.
    int written = 0;
    while (!lines.get(written).startsWith("#[Written")) {
      written++;
    }
    List<String> shorter = new ArrayList<>(lines);
    shorter.remove(histogram);
    damaged(shorter, 0, lines.get(0), written);
  }

  private void damaged(List<String> lines, int number, String instead, long line) {
    String text = String.join("\n", lines).replace(lines.get(number), instead);
    assertThatThrownBy(() -> read(text, RandomRun.recorder()))
        .isInstanceOfSatisfying(
            DamagedLogException.class, e -> assertThat(e.line()).as(instead).isEqualTo(line))
        .hasMessageStartingWith("damaged: ");
  }

  @Test
  void aLogOfAnotherProgramIsRefused() {
    assertThatThrownBy(() -> read("#[Histogram log format version 1.3]\n", RandomRun.recorder()))
        .hasMessageContaining("not one of the SLO Assertion Listener");
  }

  @Test
  void whyTheRunWasInterruptedIsKept() throws Exception {
    RandomRun.write(file, RandomRun.recorder(), 1, Optional.of("stopped: 5 % [of] it, \u00e9"));
    assertThat(read(file, RandomRun.recorder()).interruption())
        .contains("stopped: 5 % [of] it, \u00e9");
  }

  @Test
  void tagsAreReadBack() {
    for (String name : List.of("", "a:b,c d", "\n\r\t", "%3A+", "GET /\u20ac?x={y}&z", "#[]\"")) {
      Tag tag = new Tag(new SampleKey(name + "S", name, true), Timing.FIRST_BYTE, true);
      assertThat(tag.text()).matches("[!-+--~]+");
      assertThat(Tag.parse(tag.text())).isEqualTo(tag);
    }
  }

  private static LogEnd read(Path file, RunRecorder into) throws Exception {
    return read(Files.readString(file), into);
  }

  private static LogEnd read(String text, RunRecorder into) throws Exception {
    return LogReader.read(new BufferedReader(new StringReader(text)), into::add);
  }

  private static Judgement judge(RunRecorder recorder) {
    Measurement measurement = recorder.measurement(Instant.EPOCH, Instant.EPOCH);
    return Evaluator.evaluate(
        RandomRun.OBJECTIVES, measurement, recorder.windows(), Optional.empty(), Baseline.NONE);
  }
}
