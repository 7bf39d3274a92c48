package com.openshow.loadtest.fault;

import java.nio.charset.StandardCharsets;

/** The beginning of what somebody answered, as one line for a log. Safe for any two threads. */
final class Clip {
  private static final int MOST_BYTES = 1_000;

  private final byte[] bytes = new byte[MOST_BYTES];
  private int length;
  private boolean more;

  /** Takes in more; what is beyond the beginning is dropped. */
  synchronized void add(byte[] some, int count) {
    int taken = Math.min(count, MOST_BYTES - length);
    System.arraycopy(some, 0, bytes, length, taken);
    length += taken;
    more |= taken < count;
  }

  /** What there is, without line ends and other control characters; empty when there is nothing. */
  synchronized String text() {
    String line =
        new String(bytes, 0, length, StandardCharsets.UTF_8)
            .strip()
            .replaceAll("[\\p{Cntrl}\\s]+", " ");
    return more ? line + "..." : line;
  }

  /** The same behind a colon; empty when there is nothing. */
  String behindColon() {
    String line = text();
    return line.isEmpty() ? "" : ": " + line;
  }
}
