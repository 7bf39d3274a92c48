package com.openshow.loadtest.data;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.math.BigInteger;
import java.util.Arrays;

/** The digits of a numeral system, in ascending order of their characters too. */
final class Radix {
  static final Radix DECIMAL = new Radix("0123456789");
  static final Radix HEX = new Radix("0123456789abcdef");
  static final Radix BASE36 = new Radix("0123456789abcdefghijklmnopqrstuvwxyz");

  /** Crockford's, of ULIDs: without I, L, O and U. */
  static final Radix CROCKFORD = new Radix("0123456789ABCDEFGHJKMNPQRSTVWXYZ");

  private final byte[] digits;
  private final byte[] values = new byte[128];
  // 0 after the last digit: the next one to the left goes on.
  private final byte[] successors = new byte[128];

  private Radix(String digits) {
    this.digits = digits.getBytes(ISO_8859_1);
    for (int i = 0; i < this.digits.length; i++) {
      values[this.digits[i]] = (byte) i;
      successors[this.digits[i]] = i + 1 < this.digits.length ? this.digits[i + 1] : 0;
    }
  }

  int size() {
    return digits.length;
  }

  /** How many numbers there are of so many digits; {@link Long#MAX_VALUE} when there are more. */
  long capacity(int width) {
    BigInteger count = BigInteger.valueOf(size()).pow(width);
    return count.bitLength() < Long.SIZE ? count.longValueExact() : Long.MAX_VALUE;
  }

  /** The digits of a number, with zeros in front. */
  byte[] write(BigInteger number, int width) {
    byte[] text = new byte[width];
    Arrays.fill(text, digits[0]);
    BigInteger rest = number;
    BigInteger size = BigInteger.valueOf(size());
    for (int i = width - 1; i >= 0; i--) {
      BigInteger[] parts = rest.divideAndRemainder(size);
      text[i] = digits[parts[1].intValueExact()];
      rest = parts[0];
    }
    return text;
  }

  /** Writes {@code start + number} over the digits in {@code text} that begin at {@code at}. */
  void add(byte[] start, long number, byte[] text, int at) {
    long carry = number;
    for (int i = start.length - 1; i >= 0; i--) {
      carry += values[start[i]];
      text[at + i] = digits[(int) (carry % digits.length)];
      carry /= digits.length;
    }
  }

  /** Adds a step, at least 1, to the number that ends at {@code last}. */
  void increase(byte[] text, int last, long step) {
    if (step == 1) {
      increase(text, last);
      return;
    }
    long carry = step;
    for (int i = last; carry > 0; i--) {
      carry += values[text[i]];
      text[i] = digits[(int) (carry % digits.length)];
      carry /= digits.length;
    }
  }

  /** The usual step, which needs no division. */
  private void increase(byte[] text, int last) {
    int i = last;
    while (successors[text[i]] == 0) {
      text[i] = digits[0];
      i--;
    }
    text[i] = successors[text[i]];
  }
}
