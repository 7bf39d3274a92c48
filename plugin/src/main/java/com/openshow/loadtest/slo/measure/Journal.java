package com.openshow.loadtest.slo.measure;

import java.util.Optional;

/**
 * What a {@link RunRecorder} counts, in portions for somebody who writes it down. Nothing of a
 * warm-up is in it: a sample that is held back comes when it counts.
 */
public final class Journal implements AutoCloseable {
  private final RunRecorder recorder;

  Journal(RunRecorder recorder) {
    this.recorder = recorder;
  }

  /**
   * What came since the last call; empty as long as there is no sample at all.
   *
   * @throws IllegalStateException when nobody took it for so long that it was thrown away, or after
   *     {@link #close}
   */
  public Optional<Increment> take() {
    return recorder.takeIncrement();
  }

  /** Nothing more is kept. */
  @Override
  public void close() {
    recorder.forgetIncrements();
  }
}
