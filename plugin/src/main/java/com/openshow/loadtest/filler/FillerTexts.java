package com.openshow.loadtest.filler;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/**
 * The filler of one run. With the same seed a virtual user gets the same texts in the same order,
 * whatever the others do. Any number of threads may draw from it.
 */
public final class FillerTexts {
  private final long seed;
  private final Supplier<String> userName;
  private final ThreadLocal<Map<Filler, Random>> randoms = ThreadLocal.withInitial(HashMap::new);

  /**
   * Begins a run.
   *
   * @param seed says, with the user's name, which texts come
   * @param userName what the virtual user of the current thread is called in every run
   */
  public FillerTexts(long seed, Supplier<String> userName) {
    this.seed = seed;
    this.userName = userName;
  }

  /**
   * Another text.
   *
   * @throws FillerException when Datafaker is not there, or knows no such method or locale
   */
  public String next(Filler filler) {
    return filler.text(randoms.get().computeIfAbsent(filler, this::random));
  }

  /** Not by the length: a text that is cut is the same text. */
  private Random random(Filler filler) {
    String name = userName.get() + '\n' + filler.locale() + '\n' + filler.expression();
    return new Random(31 * seed + name.hashCode());
  }
}
