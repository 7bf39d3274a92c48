package com.openshow.loadtest.hlog;

import com.openshow.loadtest.slo.measure.FaultSwitch;
import com.openshow.loadtest.slo.measure.Increment;
import com.openshow.loadtest.slo.measure.LabelStatistics;
import com.openshow.loadtest.slo.measure.Latencies;
import com.openshow.loadtest.slo.measure.LatencyDistribution;
import com.openshow.loadtest.slo.measure.Measurement;
import com.openshow.loadtest.slo.measure.RunRecorder;
import com.openshow.loadtest.slo.measure.SampleKey;
import com.openshow.loadtest.slo.measure.Timing;
import com.openshow.loadtest.slo.measure.Transfer;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;

/** The lines of one portion, as they become an increment again. */
final class PortionReader {
  private static final String TAG = "Tag=";

  /** Tag, start, length, greatest value, histogram. */
  private static final int COLUMNS = 5;

  private final Map<Instant, Map<SampleKey, Map<Timing, Latencies>>> latencies = new TreeMap<>();
  private final Map<Instant, Map<SampleKey, Transfer>> transfers = new HashMap<>();
  private final Map<String, Instant> began = new HashMap<>();
  private final Map<String, Map<Instant, Integer>> users = new HashMap<>();
  private final List<FaultSwitch> faults = new ArrayList<>();
  private int histograms;

  boolean isEmpty() {
    return latencies.isEmpty()
        && transfers.isEmpty()
        && began.isEmpty()
        && users.isEmpty()
        && faults.isEmpty();
  }

  /**
   * Takes a line with a histogram.
   *
   * @throws IllegalArgumentException when it is none
   */
  void histogram(String line) {
    String[] columns = line.split(",", -1);
    if (columns.length != COLUMNS || !columns[0].startsWith(TAG)) {
      throw new IllegalArgumentException(
          "expected Tag=...,start,length,greatest value,histogram in one line");
    }
    Duration length = Duration.between(Instant.EPOCH, Marks.instant(columns[2]));
    if (!length.equals(RunRecorder.DETAIL)) {
      throw new IllegalArgumentException(
          "an interval must last " + Marks.seconds(Instant.EPOCH.plus(RunRecorder.DETAIL)) + " s");
    }
    Tag tag = Tag.parse(columns[0].substring(TAG.length()));
    LatencyDistribution some = LatencyDistribution.of(decode(columns[COLUMNS - 1]));
    LatencyDistribution none = LabelStatistics.none().latencies();
    Latencies own = tag.failed() ? new Latencies(none, some) : new Latencies(some, none);
    latencies
        .computeIfAbsent(Marks.instant(columns[1]), absent -> new HashMap<>())
        .computeIfAbsent(tag.key(), absent -> new EnumMap<>(Timing.class))
        .merge(tag.timing(), own, Latencies::merge);
    histograms++;
  }

  private static Histogram decode(String text) {
    try {
      return Histogram.decodeFromCompressedByteBuffer(
          ByteBuffer.wrap(Base64.getDecoder().decode(text)), 0);
    } catch (DataFormatException | RuntimeException e) {
      throw new IllegalArgumentException("the histogram cannot be unpacked (" + e + ")", e);
    }
  }

  /**
   * Takes a comment; one of somebody else is passed over.
   *
   * @param words its name first
   * @throws IllegalArgumentException when it says nothing that can be understood
   */
  void comment(String[] words) {
    switch (words[0]) {
      case Marks.BEGAN -> began.put(Marks.decode(words[1]), Marks.instant(words[2]));
      case Marks.FAULT ->
          faults.add(
              new FaultSwitch(
                  Marks.decode(words[1]),
                  Marks.either(words[2], Marks.ON, Marks.OFF),
                  Marks.instant(words[3]),
                  Marks.instant(words[4]),
                  Marks.either(words[5], Marks.SUCCEEDED, Marks.FAILED)));
      case Marks.USERS ->
          users
              .computeIfAbsent(Marks.decode(words[1]), absent -> new HashMap<>())
              .put(Marks.instant(words[2]), Integer.valueOf(words[3]));
      case Marks.TRANSFER ->
          transfers
              .computeIfAbsent(Marks.instant(words[2]), absent -> new HashMap<>())
              .put(
                  Tag.parseKey(words[1]),
                  new Transfer(
                      Long.parseLong(words[3]),
                      Long.parseLong(words[4]),
                      Long.parseLong(words[5])));
      default -> {
        // HdrHistogram's own, or a person's.
      }
    }
  }

  /**
   * Takes the line that says that the portion is whole.
   *
   * @param words its name first
   * @throws IllegalArgumentException when lines are missing
   */
  Increment written(String[] words) {
    if (Integer.parseInt(words[3]) != histograms) {
      throw new IllegalArgumentException(
          "there must be "
              + words[3]
              + " histograms before this line, but there are "
              + histograms);
    }
    List<Measurement> seconds = new ArrayList<>();
    latencies.forEach(
        (start, byKey) -> {
          Map<SampleKey, Transfer> own = transfers.getOrDefault(start, Map.of());
          Map<SampleKey, LabelStatistics> statistics = new HashMap<>();
          byKey.forEach(
              (key, times) ->
                  statistics.put(
                      key, new LabelStatistics(times, own.getOrDefault(key, Transfer.NONE))));
          seconds.add(new Measurement(start, start.plus(RunRecorder.DETAIL), statistics));
        });
    return new Increment(
        Marks.instant(words[1]), Marks.instant(words[2]), began, seconds, users, faults);
  }
}
