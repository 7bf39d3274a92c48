package com.openshow.loadtest.data;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The unique values of one run in one JVM. Draw them from {@link #source}:
 *
 * <pre>{@code
 * UniqueData data = UniqueData.start(UniqueSettings.FRESH);
 * UniqueSource emails = data.source(UniqueKind.read("email", Map.of("max_length", "60")));
 * String email = emails.next();
 * }</pre>
 */
public final class UniqueData {
  /** What every value that has room for it begins with, or has in it. */
  public static final String MARK = "lt";

  // Eight digits of base 36 hold the milliseconds of 89 years.
  static final Instant EPOCH = Instant.parse("2020-01-01T00:00:00Z");
  static final int TIME_DIGITS = 8;

  private final UniqueSettings settings;
  private final String run;
  private final Clock clock;
  private final Supplier<String> threadName;
  private final Optional<Lane> shared;
  private final Map<String, Lane> named = new ConcurrentHashMap<>();
  private final ThreadLocal<Lane> own = ThreadLocal.withInitial(this::ownLane);
  private final Map<String, Series> sequences = new ConcurrentHashMap<>();
  private final Map<UniqueType, UniqueSource> sources = new ConcurrentHashMap<>();

  private UniqueData(
      UniqueSettings settings, Clock clock, SecureRandom random, Supplier<String> threadName) {
    this.settings = settings;
    this.clock = clock;
    this.threadName = threadName;
    this.run = settings.run().orElseGet(() -> timeDigits(clock.millis()));
    this.shared = settings.isRepeat() ? Optional.empty() : Optional.of(Lane.fresh(random));
  }

  /** Begins a run; threads are told apart by their names where it is a repeat. */
  public static UniqueData start(UniqueSettings settings) {
    return start(
        settings, Clock.systemUTC(), new SecureRandom(), () -> Thread.currentThread().getName());
  }

  /**
   * Begins a run.
   *
   * @param clock tells the times in values; no value is unique by it
   * @param random where no other JVM begins; must not be seeded with anything they share
   * @param threadName what the current thread is called in every run that is repeated
   */
  public static UniqueData start(
      UniqueSettings settings, Clock clock, SecureRandom random, Supplier<String> threadName) {
    return new UniqueData(settings, clock, random, threadName);
  }

  private static String timeDigits(long millis) {
    long range = Radix.BASE36.capacity(TIME_DIGITS);
    BigInteger time = BigInteger.valueOf(Math.floorMod(millis - EPOCH.toEpochMilli(), range));
    return TextSource.text(Radix.BASE36.write(time, TIME_DIGITS));
  }

  /** The name of the run as it stands in values. */
  public String run() {
    return run;
  }

  /** What the values of this run begin with, such as {@code lt-1x3k5b7d-}: for a clean-up. */
  public String prefix() {
    return MARK + "-" + run + "-";
  }

  /** As it was asked for. */
  public UniqueSettings settings() {
    return settings;
  }

  /**
   * Where values of a type come from; always the same source for equal types.
   *
   * @throws UniqueDataException when no value of this type can stay unique in this run
   */
  public UniqueSource source(UniqueType type) {
    UniqueSource known = sources.get(type);
    return known == null ? sources.computeIfAbsent(type, missing -> missing.open(this)) : known;
  }

  /** The lane of the current thread: that of all threads, but in a repeated run. */
  Lane lane() {
    return shared.orElseGet(own::get);
  }

  private Lane ownLane() {
    UniqueSettings.Injector injector = settings.injector().orElseThrow();
    String name = run + "/" + injector.number() + "/" + threadName.get();
    // Two threads of one name, which JMeter never has at a time, must not repeat each other.
    for (int again = 1; ; again++) {
      String candidate = again == 1 ? name : name + "#" + again;
      Lane lane = Lane.named(candidate);
      if (named.putIfAbsent(candidate, lane) == null) {
        return lane;
      }
    }
  }

  /** The numbers of a sequence, by what it is called. */
  Series sequence(String name) {
    return sequences.computeIfAbsent(name, missing -> new Series());
  }

  /** The clock of the times in values. */
  Clock clock() {
    return clock;
  }

  /**
   * Which injector this is.
   *
   * @param what is unique by the numbers of injectors
   * @throws UniqueDataException when nobody numbered them
   */
  UniqueSettings.Injector injector(String what) {
    return settings
        .injector()
        .orElseThrow(
            () ->
                new UniqueDataException(
                    what
                        + " is unique within one run, and over its injectors only when they have"
                        + " numbers: say how many injectors there are, and which one this is"));
  }
}
