package com.openshow.loadtest.mix;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Whole numbers in the proportions of given weights. */
final class WholeWeights {
  private WholeWeights() {}

  /**
   * The smallest whole numbers in exactly the proportions of the weights when their sum is at most
   * {@code maxSum}; otherwise {@code maxSum} shared out by largest remainder, at least 1 for every
   * positive weight.
   */
  static int[] of(double[] weights, int maxSum) {
    BigInteger[] whole = lowestTerms(weights);
    BigInteger sum = Arrays.stream(whole).reduce(BigInteger.ZERO, BigInteger::add);
    if (sum.compareTo(BigInteger.valueOf(maxSum)) <= 0) {
      return Arrays.stream(whole).mapToInt(BigInteger::intValueExact).toArray();
    }
    return largestRemainder(whole, sum, maxSum);
  }

  private static BigInteger[] lowestTerms(double[] weights) {
    // As written by people: 0.1 is one tenth, not the binary fraction next to it.
    BigDecimal[] exact =
        Arrays.stream(weights)
            .mapToObj(weight -> new BigDecimal(Double.toString(weight)))
            .toArray(BigDecimal[]::new);
    int scale = Arrays.stream(exact).mapToInt(BigDecimal::scale).max().orElse(0);
    BigInteger[] scaled =
        Arrays.stream(exact)
            .map(weight -> weight.scaleByPowerOfTen(Math.max(0, scale)).toBigIntegerExact())
            .toArray(BigInteger[]::new);
    BigInteger divisor = Arrays.stream(scaled).reduce(BigInteger.ZERO, BigInteger::gcd);
    return Arrays.stream(scaled).map(value -> value.divide(divisor)).toArray(BigInteger[]::new);
  }

  private static int[] largestRemainder(BigInteger[] whole, BigInteger sum, int maxSum) {
    int[] shares = new int[whole.length];
    BigInteger[] remainders = new BigInteger[whole.length];
    int given = 0;
    for (int i = 0; i < whole.length; i++) {
      BigInteger[] parts = whole[i].multiply(BigInteger.valueOf(maxSum)).divideAndRemainder(sum);
      boolean tooSmall = parts[0].signum() == 0 && whole[i].signum() > 0;
      shares[i] = tooSmall ? 1 : parts[0].intValueExact();
      remainders[i] = tooSmall ? BigInteger.ZERO : parts[1];
      given += shares[i];
    }
    int left = Math.max(0, maxSum - given);
    IntStream.range(0, whole.length)
        .boxed()
        .sorted(Comparator.comparing((Integer i) -> remainders[i]).reversed())
        .limit(left)
        .forEach(i -> shares[i]++);
    return shares;
  }
}
