package com.openshow.loadtest.filler;

import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import net.datafaker.Faker;

/**
 * Datafaker's own objects, one for each locale: each has megabytes of names, so all threads use the
 * same, and each thread with its own random numbers.
 */
final class Fakers {
  private static final ThreadLocal<Random> NUMBERS = ThreadLocal.withInitial(Random::new);
  private static final Map<String, Faker> BY_LOCALE = new ConcurrentHashMap<>();

  private Fakers() {}

  /**
   * What a text with directives becomes.
   *
   * @throws FillerException when there is no such directive or locale
   */
  static String evaluate(String locale, String directives, Random random) {
    Faker faker = BY_LOCALE.computeIfAbsent(locale, Fakers::open);
    NUMBERS.set(random);
    try {
      return String.valueOf(faker.expression(directives));
    } catch (RuntimeException e) {
      // Its own message is about its inner state, or a cast that failed.
      throw new FillerException(
          "Datafaker has nothing for \""
              + directives
              + "\"; expected its methods, such as Name.fullName, Address.city, Lorem.sentence or"
              + " number.numberBetween '1','10'");
    } finally {
      NUMBERS.remove();
    }
  }

  private static Faker open(String tag) {
    if (!isKnown(tag)) {
      throw new FillerException(
          "Datafaker has no texts of the locale \"" + tag + "\"; expected one such as de or pt-BR");
    }
    return new Faker(Filler.locale(tag), new ThreadsRandom());
  }

  /** Of a locale that it does not know, Datafaker makes English texts without a word. */
  private static boolean isKnown(String tag) {
    String language = Filler.locale(tag).getLanguage();
    return language.equals(Filler.DEFAULT_LOCALE)
        || hasTexts(Filler.locale(tag).toLanguageTag())
        || hasTexts(language);
  }

  private static boolean hasTexts(String name) {
    return Faker.class.getResource("/" + name + ".yml") != null;
  }

  /** The random numbers of whichever thread asks. */
  private static final class ThreadsRandom extends Random {
    private static final long serialVersionUID = 1;

    @Override
    protected int next(int bits) {
      return NUMBERS.get().nextInt() >>> (Integer.SIZE - bits);
    }
  }
}
