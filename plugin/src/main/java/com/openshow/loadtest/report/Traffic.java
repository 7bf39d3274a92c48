package com.openshow.loadtest.report;

import com.openshow.loadtest.slo.measure.LabelStatistics;
import com.openshow.loadtest.slo.measure.Measurement;
import com.openshow.loadtest.slo.measure.SampleKey;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/**
 * The requests of a run so far.
 *
 * @param judged those that the verdict counts
 * @param errors how many of them failed, 0 to {@code judged}
 * @param leftOut those that began in the warm-up, as far as is known
 * @param rate all of them, per second
 */
public record Traffic(long judged, long errors, long leftOut, double rate) {
  public Traffic {
    if (!(errors >= 0 && errors <= judged && leftOut >= 0 && rate >= 0)) {
      throw new IllegalArgumentException(
          "errors must be between 0 and judged, and the others at least 0, but were "
              + errors
              + " of "
              + judged
              + ", "
              + leftOut
              + " left out, "
              + rate
              + " per second");
    }
  }

  /**
   * What was measured, with the rate since the start.
   *
   * @param leftOut how many samples the measurement does not have
   * @param elapsed since the start
   */
  public static Traffic of(Measurement measurement, long leftOut, Duration elapsed) {
    long judged = 0;
    long errors = 0;
    for (Map.Entry<SampleKey, LabelStatistics> entry : measurement.statistics().entrySet()) {
      // The requests of a transaction are samples themselves.
      if (!entry.getKey().transaction()) {
        judged += entry.getValue().samples();
        errors += entry.getValue().errors();
      }
    }
    double seconds = elapsed.toMillis() / 1000.0;
    return new Traffic(judged, errors, leftOut, seconds > 0 ? (judged + leftOut) / seconds : 0);
  }

  /** Such as {@code "6000 requests, 200.0/s, 3 errors (0.05 %)"}. */
  public String text() {
    return String.format(
        Locale.ROOT,
        "%d requests%s, %.1f/s, %d errors (%.2f %%)",
        judged,
        leftOut == 0 ? "" : " (and " + leftOut + " in the warm-up)",
        rate,
        errors,
        judged == 0 ? 0 : 100.0 * errors / judged);
  }

  long all() {
    return judged + leftOut;
  }

  Traffic at(double requestsPerSecond) {
    return new Traffic(judged, errors, leftOut, requestsPerSecond);
  }
}
