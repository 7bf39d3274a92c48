package com.openshow.loadtest.metrics.series;

/**
 * Compresses samples as Facebook's Gorilla does (Pelkonen et al., VLDB 2015, section 4.1), with the
 * time in milliseconds: a time is stored as the change of its distance to the one before, a value
 * as the bits in which it differs from the one before. What is scraped at a fixed pace and does not
 * change takes two bits a sample.
 *
 * <pre>
 * first sample   64 bits of time, 64 bits of value
 * time           0           the distance is the same
 *                10   8 bits  it changed by -127 to 128 ms
 *                110 14 bits  by -8191 to 8192 ms
 *                1110 20 bits by -524287 to 524288 ms
 *                1111 64 bits
 * value          0           the value is the same
 *                10          its bits differ where the ones before did
 *                11  5 bits of leading zeros, 6 bits of length less 1; then the bits
 * </pre>
 */
final class ChunkWriter {
  /** Longer ones compress no better, and cost more to look into. */
  static final int MOST_SAMPLES = 512;

  private static final int MOST_LEADING = 31;

  private final BitWriter bits = new BitWriter();
  private int count;
  private long millis;
  private long distance;
  private long value;
  private int leading = -1;
  private int trailing;

  /**
   * Adds a sample.
   *
   * @param nextMillis after the one before
   */
  void add(long nextMillis, long nextValue) {
    if (count == 0) {
      bits.write(nextMillis, 64);
      bits.write(nextValue, 64);
    } else {
      long nextDistance = nextMillis - millis;
      writeChange(nextDistance - distance);
      writeDifference(value ^ nextValue);
      distance = nextDistance;
    }
    millis = nextMillis;
    value = nextValue;
    count++;
  }

  private void writeChange(long change) {
    if (change == 0) {
      bits.write(0, 1);
    } else if (fits(change, 8)) {
      bits.write(0b10, 2);
      bits.write(change - 1, 8);
    } else if (fits(change, 14)) {
      bits.write(0b110, 3);
      bits.write(change - 1, 14);
    } else if (fits(change, 20)) {
      bits.write(0b1110, 4);
      bits.write(change - 1, 20);
    } else {
      bits.write(0b1111, 4);
      bits.write(change - 1, 64);
    }
  }

  /** Whether one less fits into so many bits with a sign. */
  private static boolean fits(long change, int bitCount) {
    long half = 1L << (bitCount - 1);
    return change > -half && change <= half;
  }

  private void writeDifference(long difference) {
    if (difference == 0) {
      bits.write(0, 1);
      return;
    }
    int newLeading = Math.min(Long.numberOfLeadingZeros(difference), MOST_LEADING);
    int newTrailing = Long.numberOfTrailingZeros(difference);
    if (leading >= 0 && newLeading >= leading && newTrailing >= trailing) {
      bits.write(0b10, 2);
    } else {
      leading = newLeading;
      trailing = newTrailing;
      bits.write(0b11, 2);
      bits.write(leading, 5);
      bits.write(63 - leading - trailing, 6);
    }
    bits.write(difference >>> trailing, 64 - leading - trailing);
  }

  boolean isEmpty() {
    return count == 0;
  }

  boolean isFull() {
    return count >= MOST_SAMPLES;
  }

  /** What was added until now. */
  Chunk chunk() {
    return new Chunk(bits.toBytes(), count, millis);
  }

  int capacity() {
    return bits.capacity();
  }
}
