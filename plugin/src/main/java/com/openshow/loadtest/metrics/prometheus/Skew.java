package com.openshow.loadtest.metrics.prometheus;

import com.openshow.loadtest.metrics.http.Foreign;
import java.time.Duration;

/**
 * By how much the server's clock differs from this machine's.
 *
 * @param aheadMillis how far the server is ahead; behind where negative
 * @param uncertaintyMillis it may be so much more or less
 */
record Skew(long aheadMillis, long uncertaintyMillis) {
  /** Smaller ones are those of clocks in step: times would be moved for nothing. */
  private static final long NEGLIGIBLE_MILLIS = 100;

  /** What clocks may differ before it is a sign that something is wrong with one of them. */
  private static final long MOST_MILLIS = 5000;

  /**
   * From one exchange: the server looked at its clock somewhere between.
   *
   * @param before by this machine's clock, when it was asked
   * @param server by the server's clock
   * @param after by this machine's clock, when it had answered
   * @param resolution the server's time may be so much later than it says
   */
  static Skew between(long before, long server, long after, long resolution) {
    long middle = before + (after - before) / 2;
    return new Skew(
        server + resolution / 2 - middle, (Math.max(0, after - before) + resolution + 1) / 2);
  }

  /** What is added to a time of this machine to make it one of the server. */
  long correction() {
    return Math.abs(aheadMillis) <= Math.max(NEGLIGIBLE_MILLIS, uncertaintyMillis)
        ? 0
        : aheadMillis;
  }

  /** Tells of it. */
  void tell(Findings findings) {
    if (uncertaintyMillis > MOST_MILLIS) {
      findings.doubt(
          "the server's clock could be read only to "
              + seconds(uncertaintyMillis)
              + ": whether it agrees with this machine's is not known");
    }
    if (correction() == 0) {
      findings.note(
          "the server's clock agrees with this machine's within "
              + seconds(Math.abs(aheadMillis) + uncertaintyMillis));
      return;
    }
    String differs =
        "the server's clock is "
            + seconds(Math.abs(aheadMillis))
            + (aheadMillis > 0 ? " ahead of" : " behind")
            + " this machine's (+- "
            + seconds(uncertaintyMillis)
            + ")";
    if (Math.abs(aheadMillis) > MOST_MILLIS) {
      findings.doubt(
          differs + ", more than the " + seconds(MOST_MILLIS) + " allowed: set both by NTP");
    }
    findings.note(differs + "; times asked for and answered are corrected by it");
  }

  private static String seconds(long millis) {
    return Foreign.seconds(Duration.ofMillis(millis));
  }
}
