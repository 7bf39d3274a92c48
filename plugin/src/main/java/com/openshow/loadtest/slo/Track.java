package com.openshow.loadtest.slo;

import com.openshow.loadtest.slo.measure.Measurement;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One objective as it goes through the windows of a rising load. Where a window has too few samples
 * for it, the next is added, until it can be judged: a span.
 */
final class Track {
  /** So many breached spans, one after the other, are a breach: one alone may be a hiccup. */
  static final int SPANS = 2;

  private final Objective objective;
  private @Nullable Measurement span;
  private int spanFrom;
  private int breachedSpans;
  private int breachedFrom;
  private @Nullable Breach first;

  Track(Objective objective) {
    this.objective = objective;
  }

  /**
   * What a span came to.
   *
   * @param from the number of its first window
   * @param held whether the objective held in it
   */
  record Span(int from, boolean held) {}

  /**
   * Takes the next window.
   *
   * @param number its number
   * @return the span that ends with it; empty while there is too little to judge
   */
  Optional<Span> add(int number, Measurement window) {
    Measurement before = span;
    Measurement now = before == null ? window : before.merge(window);
    spanFrom = before == null ? number : spanFrom;
    Outcome outcome = PlainJudge.judge(objective, now);
    if (outcome.verdict() == Verdict.INCONCLUSIVE) {
      span = now;
      return Optional.empty();
    }
    span = null;
    boolean held = outcome.verdict() == Verdict.PASS;
    if (!held && breachedSpans == 0) {
      breachedFrom = spanFrom;
      first = new Breach(outcome, now.startedAt());
    }
    breachedSpans = held ? 0 : breachedSpans + 1;
    return Optional.of(new Span(spanFrom, held));
  }

  /** The breach; empty while there is none. */
  Optional<Breach> breach() {
    return breachedSpans >= SPANS ? Optional.ofNullable(first) : Optional.empty();
  }

  /** The number of the window in which the breach began. */
  int breachedFrom() {
    return breachedFrom;
  }
}
