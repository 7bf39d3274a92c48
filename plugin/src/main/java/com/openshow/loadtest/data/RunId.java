package com.openshow.loadtest.data;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What tells the values of one JVM's run from those of every other run and injector.
 *
 * <p>A fresh id is the start time in milliseconds (9 characters, so that ids sort by time) and 64
 * random bits (13 characters), both in base 36. Two ids are equal only if two JVMs start in the
 * same millisecond <em>and</em> draw the same 64 bits, which 10,000 injectors started in one
 * millisecond do with a probability below 3e-12 (birthday bound {@code n^2 / 2^65}). Neither host
 * name nor process id is used: cloned containers share both.
 *
 * @param text 1 to 32 characters of {@code a-z} and {@code 0-9}
 */
public record RunId(String text) {
  private static final Pattern ALLOWED = Pattern.compile("[a-z0-9]{1,32}");
  private static final int RADIX = Character.MAX_RADIX;

  public RunId {
    if (!ALLOWED.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "run id must be 1 to 32 characters of a-z and 0-9, but was \"" + text + "\"");
    }
  }

  /** A new id. */
  public static RunId fresh(Clock clock, SecureRandom random) {
    String time = Long.toString(clock.millis(), RADIX);
    String noise = new BigInteger(64, random).toString(RADIX);
    return new RunId(pad(time, 9) + pad(noise, 13));
  }

  private static String pad(String digits, int width) {
    return String.format(Locale.ROOT, "%" + width + "s", digits).replace(' ', '0');
  }
}
