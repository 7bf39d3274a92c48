package com.openshow.loadtest.data;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;

/**
 * Where the values of one JVM begin, and which of them were given out. Two lanes begin in places
 * that have nothing to do with each other; within a lane no number comes twice.
 */
final class Lane {
  private static final int SEED_BYTES = 32;

  private final byte[] seed;
  private final Series series = new Series();

  private Lane(byte[] seed) {
    this.seed = seed;
  }

  /** A place that nobody else has, by 256 random bits. */
  static Lane fresh(SecureRandom random) {
    byte[] seed = new byte[SEED_BYTES];
    random.nextBytes(seed);
    return new Lane(seed);
  }

  /** The place that always belongs to a name. */
  static Lane named(String name) {
    return new Lane(sha256(name.getBytes(UTF_8)));
  }

  Series series() {
    return series;
  }

  /**
   * The lane's own digits among all texts of so many, for a purpose that they share with no other.
   * The first of them is never the last of its radix, so that counting on from here finds room for
   * {@code radix^(width-1)} numbers.
   */
  byte[] digits(String purpose, Radix radix, int width) {
    BigInteger rest = BigInteger.valueOf(radix.size()).pow(width - 1);
    BigInteger places = rest.multiply(BigInteger.valueOf(radix.size() - 1L));
    return radix.write(number(purpose).mod(places), width);
  }

  /** One of {@code count} things, from 0. */
  int choice(String purpose, int count) {
    return number(purpose).mod(BigInteger.valueOf(count)).intValueExact();
  }

  /** 256 bits; what is taken of them leaves no part of the range out of balance. */
  private BigInteger number(String purpose) {
    MessageDigest hash = digest();
    hash.update(seed);
    return new BigInteger(1, hash.digest(purpose.getBytes(UTF_8)));
  }

  private static byte[] sha256(byte[] bytes) {
    return digest().digest(bytes);
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
