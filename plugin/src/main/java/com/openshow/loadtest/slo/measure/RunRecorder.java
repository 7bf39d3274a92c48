package com.openshow.loadtest.slo.measure;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * All samples of a run, live from JMeter's threads or one by one from recorded files: what comes
 * out depends on the samples alone, and neither on their order nor on a clock. Safe for any number
 * of threads.
 *
 * <p>The run lasts from the start of its earliest sample, those that prepare virtual users
 * included, to the end of its latest. Samples that begin in the warm-up, counted from that start,
 * are left out; they are held in memory (some 100 bytes each) until the end, since a late one may
 * turn out to be the earliest.
 */
public final class RunRecorder {
  /** The windows in which scenarios are watched, and the shortest of {@link Measurement#parts}. */
  public static final Duration WINDOW = Duration.ofSeconds(5);

  /** The shortest windows of {@link Measurement#details}. */
  public static final Duration DETAIL = Duration.ofSeconds(1);

  /** Of more windows each two become one: 20 minutes have windows of 5 s, an hour of 15 s. */
  static final int MOST_WINDOWS = 240;

  /** Likewise: four hours have details of 1 s, eight of 2 s. */
  static final int MOST_DETAILS = 14_400;

  private final RecorderSettings settings;
  private final WarmUp warmUp;
  private final SampleRecorder whole;
  private final Extent extent = new Extent();
  private final Map<String, SampleWindows> windows = new HashMap<>();
  private final Set<FaultSwitch> faults = new TreeSet<>();
  private final List<FaultSwitch> untakenFaults = new ArrayList<>();
  private final Lanes lanes = new Lanes(this::take);
  private boolean ended;

  /** A recorder without samples. */
  public RunRecorder(RecorderSettings settings) {
    this.settings = settings;
    this.warmUp = new WarmUp(settings.warmUp());
    this.whole = new SampleRecorder(settings);
    settings
        .rising()
        .forEach(scenario -> windows.put(scenario, new SampleWindows(WINDOW, settings.timings())));
  }

  /** A recorder of response times over the whole run. */
  public RunRecorder(Duration warmUp, Collection<String> rising) {
    this(new RecorderSettings(warmUp, rising));
  }

  /** What it records. */
  public RecorderSettings settings() {
    return settings;
  }

  /** Takes in one sample; waits only when so many are on their way that memory would run out. */
  public void record(Sample sample) {
    lanes.put(sample);
  }

  /** Takes in no more: what comes later came too late to be judged. */
  public void end() {
    lanes.settled(() -> ended = true);
  }

  /** Takes in when a fault was switched, in case that no sample tells of it; after the end, too. */
  public void record(FaultSwitch fault) {
    lanes.settled(() -> take(fault));
  }

  private boolean take(FaultSwitch fault) {
    boolean fresh = faults.add(fault);
    if (fresh) {
      untakenFaults.add(fault);
    }
    return fresh;
  }

  private void take(Sample sample) {
    if (ended) {
      return;
    }
    if (SampleKey.isFault(sample.label())) {
      // Not even a part of the run's time: a fault may be on when the load is gone.
      FaultSwitch.of(sample).ifPresent(this::take);
      return;
    }
    extent.add(sample);
    if (warmUp.admits(sample)) {
      count(sample);
    }
  }

  /** From now on keeps what is counted until it is taken. One journal at a time. */
  public Journal journal() {
    lanes.settled(
        () -> {
          whole.keep();
          return true;
        });
    return new Journal(this);
  }

  Optional<Increment> takeIncrement() {
    return lanes.settled(
        () -> {
          release();
          List<Measurement> seconds = whole.take();
          if (extent.isEmpty()) {
            return Optional.empty();
          }
          List<FaultSwitch> switched = List.copyOf(untakenFaults);
          untakenFaults.clear();
          Map<String, Map<Instant, Integer>> users = new HashMap<>();
          windows.forEach((scenario, own) -> users.put(scenario, own.takeNewUsers()));
          return Optional.of(
              new Increment(
                  Instant.ofEpochMilli(warmUp.startMillis()),
                  Instant.ofEpochMilli(extent.lastEnd()),
                  extent.began(),
                  seconds,
                  users,
                  switched));
        });
  }

  void forgetIncrements() {
    lanes.settled(
        () -> {
          whole.forget();
          return true;
        });
  }

  /**
   * Takes in what another recorder has counted. Its warm-up is gone already; its times that are not
   * recorded here are left out.
   */
  public void add(Increment increment) {
    lanes.settled(
        () -> {
          extent.add(increment);
          warmUp.began(increment.earliestStart().toEpochMilli());
          increment.faults().forEach(this::take);
          increment.seconds().forEach(this::count);
          increment
              .newUsers()
              .forEach(
                  (scenario, users) ->
                      Optional.ofNullable(windows.get(scenario))
                          .ifPresent(own -> own.addUsers(users)));
          return true;
        });
  }

  private void count(Measurement second) {
    whole.add(second);
    second
        .statistics()
        .forEach(
            (key, statistics) -> {
              SampleWindows own = windows.get(key.scenario());
              if (own != null) {
                own.add(second.startedAt(), key, statistics);
              }
            });
  }

  private void count(Sample sample) {
    whole.record(sample);
    SampleWindows own = windows.get(sample.scenario());
    if (own != null) {
      own.record(sample);
    }
  }

  /**
   * What was recorded so far, from the end of the warm-up.
   *
   * @param startedAt when the run began, in case that there is no sample
   * @param now when it ended in that case
   */
  public Measurement measurement(Instant startedAt, Instant now) {
    return lanes.settled(
        () -> {
          release();
          return extent.isEmpty()
              ? whole.snapshot(startedAt, now, Map.of(), List.copyOf(faults))
              : whole.snapshot(
                  Instant.ofEpochMilli(Math.min(extent.lastEnd(), warmUp.endMillis())),
                  Instant.ofEpochMilli(extent.lastEnd()),
                  extent.began(),
                  List.copyOf(faults));
        });
  }

  /**
   * What was counted so far under each key, from the end of the warm-up: as much as the statistics
   * of {@link #measurement}, in a small part of its time.
   */
  public Map<SampleKey, Totals> totals() {
    return lanes.settled(
        () -> {
          release();
          return whole.totals();
        });
  }

  /**
   * The times of what {@link #measurement} would tell, and nothing that was counted: of little
   * cost. Empty before the first sample.
   */
  public Optional<Measurement> times() {
    return lanes.settled(
        () ->
            extent.isEmpty()
                ? Optional.empty()
                : Optional.of(
                    new Measurement(
                        Instant.ofEpochMilli(Math.min(extent.lastEnd(), warmUp.endMillis())),
                        Instant.ofEpochMilli(extent.lastEnd()),
                        Map.of(),
                        List.of(),
                        List.of(),
                        extent.began(),
                        List.copyOf(faults))));
  }

  /** When what is judged began: at the end of the warm-up; empty before that. */
  public Optional<Instant> startedAt() {
    return lanes.settled(
        () ->
            extent.isEmpty() || extent.lastEnd() < warmUp.endMillis()
                ? Optional.empty()
                : Optional.of(Instant.ofEpochMilli(warmUp.endMillis())));
  }

  /**
   * The details so far that begin at or after one moment and end at or before another, in order.
   *
   * @param fromMillis in milliseconds since 1970
   * @param untilMillis likewise
   */
  public List<Measurement> details(long fromMillis, long untilMillis) {
    return lanes.settled(
        () -> {
          release();
          return whole.details(fromMillis, untilMillis);
        });
  }

  /** Counts what is on its way, and what was held back and does not belong to the warm-up. */
  public void settle() {
    lanes.settled(this::release);
  }

  private int release() {
    List<Sample> released = warmUp.release();
    released.forEach(this::count);
    return released.size();
  }

  /** How many samples are left out since they seem to begin in the warm-up. */
  public long leftOut() {
    return warmUp.held();
  }

  /** The windows of each scenario that has them, as they fill. */
  public Map<String, SampleWindows> windows() {
    return Map.copyOf(windows);
  }
}
