package com.openshow.loadtest.feed;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** In which order the rows of a feed are taken. */
public enum FeedMode {
  /** As they stand in the file, and after the last one from the first again. */
  SEQUENTIAL,
  /** Any of them, each as likely as the others. */
  RANDOM,
  /** As they stand in the file, each once; who asks for a row after the last one stops. */
  UNIQUE_OR_STOP;

  /** The name in scenario files and plans. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The {@link #label} of every mode. */
  public static List<String> labels() {
    return Arrays.stream(values()).map(FeedMode::label).toList();
  }

  /** The mode with this {@link #label}; empty when there is none. */
  public static Optional<FeedMode> of(String label) {
    return Arrays.stream(values()).filter(mode -> mode.label().equals(label)).findFirst();
  }
}
