package com.openshow.loadtest.hlog;

import com.openshow.loadtest.slo.measure.SampleKey;
import com.openshow.loadtest.slo.measure.Timing;
import java.util.Objects;

/**
 * What a histogram is of: {@code scenario:label:request|transaction:timing:successful|failed}, the
 * first two percent-encoded.
 *
 * @param key of which samples
 * @param timing which of their times
 * @param failed of those that failed, or of the others
 */
record Tag(SampleKey key, Timing timing, boolean failed) {
  private static final String TRANSACTION = "transaction";
  private static final String REQUEST = "request";
  private static final String SUCCESSFUL = "successful";
  private static final int KEY_PARTS = 3;

  Tag {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(timing, "timing");
  }

  String text() {
    return text(key) + ":" + timing.label() + ":" + (failed ? Marks.FAILED : SUCCESSFUL);
  }

  /** The part that all histograms of a key have in common. */
  static String text(SampleKey key) {
    return Marks.encode(key.scenario())
        + ":"
        + Marks.encode(key.label())
        + ":"
        + (key.transaction() ? TRANSACTION : REQUEST);
  }

  /**
   * Reads what {@link #text()} writes.
   *
   * @throws IllegalArgumentException when it is no such text
   */
  static Tag parse(String text) {
    String[] parts = text.split(":", -1);
    if (parts.length != KEY_PARTS + 2) {
      throw new IllegalArgumentException(
          "tag must be scenario:label:request:timing:successful, but was \"" + text + "\"");
    }
    return new Tag(
        key(parts),
        Timing.of(parts[KEY_PARTS])
            .orElseThrow(
                () -> new IllegalArgumentException("no timing is called " + parts[KEY_PARTS])),
        Marks.either(parts[KEY_PARTS + 1], Marks.FAILED, SUCCESSFUL));
  }

  /**
   * Reads what {@link #text(SampleKey)} writes.
   *
   * @throws IllegalArgumentException when it is no such text
   */
  static SampleKey parseKey(String text) {
    String[] parts = text.split(":", -1);
    if (parts.length != KEY_PARTS) {
      throw new IllegalArgumentException(
          "key must be scenario:label:request, but was \"" + text + "\"");
    }
    return key(parts);
  }

  private static SampleKey key(String[] parts) {
    return new SampleKey(
        Marks.decode(parts[0]),
        Marks.decode(parts[1]),
        Marks.either(parts[2], TRANSACTION, REQUEST));
  }
}
