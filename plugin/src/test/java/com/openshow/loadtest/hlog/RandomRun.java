package com.openshow.loadtest.hlog;

import com.openshow.loadtest.slo.Comparison;
import com.openshow.loadtest.slo.Indicator;
import com.openshow.loadtest.slo.Objective;
import com.openshow.loadtest.slo.Recording;
import com.openshow.loadtest.slo.Scope;
import com.openshow.loadtest.slo.Terms;
import com.openshow.loadtest.slo.Window;
import com.openshow.loadtest.slo.measure.Details;
import com.openshow.loadtest.slo.measure.Journal;
import com.openshow.loadtest.slo.measure.Measurement;
import com.openshow.loadtest.slo.measure.RunRecorder;
import com.openshow.loadtest.slo.measure.Sample;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Ninety seconds of two scenarios, one of which rises, with everything that samples can have. */
final class RandomRun {
  static final long SEED = 20_260_412;
  static final Duration WARM_UP = Duration.ofSeconds(8);
  static final String RISING = "Up";

  static final List<Objective> OBJECTIVES =
      List.of(
          objective("S", "GET /a,b: c", "p95", ""),
          objective("S", "GET /a,b: c", "p99.9", ""),
          objective("S", "Buy", "avg", ""),
          objective("S", "", "max(elapsed)", ""),
          objective("S", "", "p50(lag, successful)", ""),
          objective("S", "GET /x", "min(first_byte)", ""),
          objective("S", "", "error_rate", ""),
          objective("S", "", "rps", ""),
          objective("S", "", "received_kb_per_s", ""),
          objective("S", "GET /x", "p90", "stage peak: 20s to 40s"),
          objective("S", "GET /x", "p90", "for 10s"),
          objective("S", "", "sent_kb_per_s", "90% of 5s slices"),
          objective("S", "GET /x", "p90", "before fault down"),
          objective("S", "GET /x", "p90", "during fault down"),
          objective("S", "", "rps", "after fault down"),
          objective("S", "GET /x", "p90", "again within 20s after fault down"),
          objective(RISING, "GET /up", "p95", ""));

  private static final long START = 1_760_000_000_123L;
  private static final int SAMPLES = 30_000;
  private static final int MILLIS = 90_000;
  private static final List<String> LABELS =
      List.of("GET /a,b: c", "GET /x", "Buy", "setup: POST /login");

  private final Random random = new Random(SEED);

  private RandomRun() {}

  private static Objective objective(String scenario, String label, String kind, String window) {
    return new Objective(
        new Scope(scenario, label),
        Indicator.parse(kind),
        Comparison.LTE,
        800,
        Window.parse(window),
        Terms.USUAL);
  }

  static RunRecorder recorder() {
    return new RunRecorder(Recording.of(OBJECTIVES, WARM_UP, List.of(RISING)));
  }

  /** In the order of their starts, which is not that of their ends. */
  static List<Sample> samples() {
    return new RandomRun().all();
  }

  private List<Sample> all() {
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < SAMPLES; i++) {
      long start = START + (long) i * MILLIS / SAMPLES;
      samples.add(random.nextInt(3) == 0 ? rising(start, i) : steady(start, i));
    }
    samples.add(20_000, fault("off", 55_000));
    samples.add(10_000, fault("on", 25_000));
    // One that began before all others, and comes last.
    samples.add(
        new Sample("S", "GET /x", "0", START - 700, 60_000, 0, false, false, Details.UNKNOWN));
    return samples;
  }

  private Sample steady(long start, int i) {
    String label = LABELS.get(random.nextInt(LABELS.size()));
    boolean transaction = label.equals("Buy");
    return new Sample(
        "S",
        label,
        "S " + i % 20,
        start,
        Math.round(Math.exp(random.nextGaussian() * 2 + 3)),
        transaction ? 0 : random.nextInt(9),
        random.nextInt(50) == 0,
        transaction,
        new Details(random.nextInt(3), random.nextInt(200), random.nextInt(9_999), 77));
  }

  private static Sample fault(String onOrOff, long after) {
    return new Sample("fault down", "fault: down " + onOrOff, "f", START + after, 321, 0, false);
  }

  /** Ever more users, ever slower. */
  private Sample rising(long start, int i) {
    long after = start - START;
    return new Sample(
        RISING,
        "GET /up",
        RISING + " " + i % (1 + after / 2_000),
        start,
        after / 60 + random.nextInt(100),
        0,
        false,
        false,
        Details.UNKNOWN);
  }

  /** Records all samples, and writes what was counted so many times meanwhile. */
  static void write(Path file, RunRecorder recorder, int portions, Optional<String> interruption)
      throws IOException {
    write(file, recorder, samples(), portions, interruption);
  }

  static void write(
      Path file,
      RunRecorder recorder,
      List<Sample> samples,
      int portions,
      Optional<String> interruption)
      throws IOException {
    try (Journal journal = recorder.journal();
        LogWriter log = LogWriter.create(file, recorder.settings(), Instant.ofEpochMilli(START))) {
      for (int i = 0; i < samples.size(); i++) {
        recorder.record(samples.get(i));
        if ((i + 1) % (samples.size() / portions) == 0) {
          write(log, journal);
        }
      }
      write(log, journal);
      log.end(interruption);
    }
  }

  private static void write(LogWriter log, Journal journal) throws IOException {
    var increment = journal.take();
    if (increment.isPresent()) {
      log.write(increment.get());
    }
  }

  static Measurement measurement(RunRecorder recorder) {
    return recorder.measurement(Instant.EPOCH, Instant.EPOCH);
  }
}
