package com.openshow.loadtest.metrics;

import java.time.Duration;
import java.util.List;

/** What a source answered. */
public sealed interface Reading {
  /**
   * Series, each of one step.
   *
   * @param series in the order of their labels; empty when nothing matched
   * @param step from one point that was asked for to the next; more than 0. Of raw samples: the
   *     median time between two of them, or what the source was told to keep to
   * @param doubts why they may not be the whole truth, such as a warning of Prometheus, or a target
   *     that was gone: what is judged by them cannot pass. Sentences without a full stop
   * @param notes what else a person should know, such as how far the clocks differ
   */
  record Values(List<Series> series, Duration step, List<String> doubts, List<String> notes)
      implements Reading {
    public Values {
      series = List.copyOf(series);
      doubts = List.copyOf(doubts);
      notes = List.copyOf(notes);
      if (step.isZero() || step.isNegative()) {
        throw new IllegalArgumentException("step must be more than 0, but was " + step);
      }
    }
  }

  /**
   * Nothing could be had.
   *
   * @param reason what happened, where, and what to do; without secrets
   */
  record Unavailable(String reason) implements Reading {}
}
