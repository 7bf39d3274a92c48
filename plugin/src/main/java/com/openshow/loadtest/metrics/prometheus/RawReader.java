package com.openshow.loadtest.metrics.prometheus;

import com.openshow.loadtest.metrics.http.Deadline;
import java.io.IOException;

/** Reads the samples of a selector as they were scraped, in parts of an hour. */
final class RawReader {
  private static final long PART_MILLIS = 3_600_000;

  private final Api api;
  private final Limits limits;

  RawReader(Api api, Limits limits) {
    this.api = api;
    this.limits = limits;
  }

  /**
   * Reads them.
   *
   * @param time by the server's clock; its step has no meaning
   */
  Joined read(String selector, Grid time, Deadline deadline)
      throws IOException, InterruptedException {
    Joined joined = new Joined(limits.points());
    long start = time.from();
    while (start <= time.to()) {
      long from = start;
      long to = Math.min(time.to(), from + PART_MILLIS - 1);
      // Prometheus 3 leaves the start of a range out, Prometheus 2 takes it in: so a millisecond
      // more is asked for, and what is from before is left out here.
      String range = selector.strip() + "[" + (to - from + 1) + "ms]";
      Answer answer = api.query(range, to, joined.left(), deadline);
      if (!answer.type().equals(Answer.MATRIX)) {
        throw Complaints.wrongType(answer.type(), "a selector of series");
      }
      joined.add(answer, millis -> millis >= from && millis <= to);
      start = to + 1;
    }
    return joined;
  }
}
