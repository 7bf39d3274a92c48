package com.openshow.loadtest.data;

import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Runs of tests: each has a seed, and a clock that stands still. */
final class Runs {
  static final Instant NOW = Instant.parse("2026-03-04T05:06:07.089Z");

  private Runs() {}

  static UniqueData fresh(long seed) {
    return at(NOW, seed);
  }

  static UniqueData at(Instant time, long seed) {
    return of(UniqueSettings.FRESH, time, seed, () -> "thread");
  }

  static UniqueData named(String run, long seed) {
    return of(
        new UniqueSettings(Optional.of(run), false, Optional.of(UniqueSettings.Injector.ALONE), 1),
        NOW,
        seed,
        () -> "thread");
  }

  static UniqueData repeat(String run, int injector, int injectors, Supplier<String> thread) {
    return of(
        new UniqueSettings(
            Optional.of(run),
            true,
            Optional.of(new UniqueSettings.Injector(injector, injectors)),
            1),
        NOW,
        0,
        thread);
  }

  static UniqueData injector(int number, int count, long first) {
    return of(
        new UniqueSettings(
            Optional.empty(),
            false,
            Optional.of(new UniqueSettings.Injector(number, count)),
            first),
        NOW,
        number,
        () -> "thread");
  }

  static UniqueData of(
      UniqueSettings settings, Instant time, long seed, Supplier<String> threadName) {
    try {
      // The one of which equal seeds make equal numbers.
      SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
      random.setSeed(seed);
      return UniqueData.start(settings, Clock.fixed(time, ZoneOffset.UTC), random, threadName);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  static UniqueType type(String key, String... options) {
    Map<String, String> map = new HashMap<>();
    for (int i = 0; i < options.length; i += 2) {
      map.put(options[i], options[i + 1]);
    }
    return UniqueKind.read(key, map);
  }

  /** So many values of a source. */
  static List<String> draw(UniqueSource source, int count) {
    List<String> values = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      values.add(source.next());
    }
    return values;
  }
}
