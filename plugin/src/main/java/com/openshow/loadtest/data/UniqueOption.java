package com.openshow.loadtest.data;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be said of a type beyond its name. */
public enum UniqueOption {
  /** The domain of addresses, of the reserved names only: mail to them reaches nobody. */
  DOMAIN,
  /** {@code true}: the domain is the user's own, and need not be reserved. */
  OWN_DOMAIN,
  /** How many characters the value may have, so that it fits into its column. */
  MAX_LENGTH,
  /** Which of several forms the value has. */
  FORMAT,
  /** Out of which numbers the value is taken. */
  RANGE,
  /** A text with placeholders. */
  PATTERN;

  /** The name in scenario files and in messages, such as {@code max_length}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The option of this {@link #key}; empty when there is none. */
  public static Optional<UniqueOption> of(String key) {
    return Arrays.stream(values()).filter(option -> option.key().equals(key)).findFirst();
  }
}
