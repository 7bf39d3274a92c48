package com.openshow.loadtest.report;

import com.openshow.loadtest.slo.Judgement;
import java.util.Objects;

/**
 * A run as it stands at one moment.
 *
 * @param time how far it has come
 * @param traffic its requests
 * @param judgement what the verdict would be if it ended now; that of its end, once it is over
 */
public record LiveView(RunTime time, Traffic traffic, Judgement judgement) {
  public LiveView {
    Objects.requireNonNull(time, "time");
    Objects.requireNonNull(traffic, "traffic");
    Objects.requireNonNull(judgement, "judgement");
  }

  /**
   * The same with the rate since an earlier moment, instead of that since the start; of a run that
   * is over, the rate is that of the whole.
   */
  public LiveView since(LiveView earlier) {
    double seconds = time.elapsed().minus(earlier.time.elapsed()).toMillis() / 1000.0;
    long requests = traffic.all() - earlier.traffic.all();
    // The two moments may be one, and a sample that arrives late may change what is a transaction.
    return !time.over() && seconds > 0 && requests >= 0
        ? new LiveView(time, traffic.at(requests / seconds), judgement)
        : this;
  }
}
