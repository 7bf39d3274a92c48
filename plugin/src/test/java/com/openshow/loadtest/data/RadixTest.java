package com.openshow.loadtest.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class RadixTest {
  private static final long SEED = 20260304;
  private static final List<Radix> ALL =
      List.of(Radix.DECIMAL, Radix.HEX, Radix.BASE36, Radix.CROCKFORD);

  @Test
  void addingAndIncreasingAgreeWithBigIntegers() {
    Random random = new Random(SEED);
    for (Radix radix : ALL) {
      for (int round = 0; round < 2_000; round++) {
        int width = 1 + random.nextInt(20);
        BigInteger limit = BigInteger.valueOf(radix.size()).pow(width);
        BigInteger start = new BigInteger(limit.bitLength(), random).mod(limit);
        // Small ones too, so that they often fit.
        long number = random.nextLong() >>> (1 + random.nextInt(63));
        long step = 1L + random.nextInt(random.nextBoolean() ? 1 : 5_000);
        BigInteger sum = start.add(BigInteger.valueOf(number));
        if (sum.add(BigInteger.valueOf(step)).compareTo(limit) >= 0) {
          continue;
        }
        byte[] text = new byte[width + 2];
        radix.add(radix.write(start, width), number, text, 1);
        assertThat(value(radix, text, width)).as("seed %d, round %d", SEED, round).isEqualTo(sum);
        radix.increase(text, width, step);
        assertThat(value(radix, text, width))
            .as("seed %d, round %d, step %d", SEED, round, step)
            .isEqualTo(sum.add(BigInteger.valueOf(step)));
        assertThat(text[0] | text[width + 1]).as("what stands beside it").isZero();
      }
    }
  }

  @Test
  void textsSortAsTheirNumbersDo() {
    for (Radix radix : ALL) {
      String before = "";
      for (int i = 0; i < 2_000; i++) {
        String text = TextSource.text(radix.write(BigInteger.valueOf(i), 4));
        assertThat(text).isGreaterThan(before);
        before = text;
      }
    }
  }

  @Test
  void aCapacityThatNoLongHoldsIsTheLargestLong() {
    assertThat(Radix.DECIMAL.capacity(18)).isEqualTo(1_000_000_000_000_000_000L);
    assertThat(Radix.DECIMAL.capacity(19)).isEqualTo(Long.MAX_VALUE);
    assertThat(Radix.HEX.capacity(15)).isEqualTo(1L << 60);
    assertThat(Radix.HEX.capacity(16)).isEqualTo(Long.MAX_VALUE);
  }

  /** By trial: the digits of no radix are asked for their values. */
  private static BigInteger value(Radix radix, byte[] text, int width) {
    BigInteger value = BigInteger.ZERO;
    for (int i = 1; i <= width; i++) {
      int digit = 0;
      while (radix.write(BigInteger.valueOf(digit), 1)[0] != text[i]) {
        digit++;
      }
      value = value.multiply(BigInteger.valueOf(radix.size())).add(BigInteger.valueOf(digit));
    }
    return value;
  }
}
