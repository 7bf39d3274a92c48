package com.openshow.loadtest.data;

import java.util.Optional;

/** Whether a value that is unique fits into so many characters. */
final class Lengths {
  private Lengths() {}

  /** What is wrong with a limit, if anything. */
  static Optional<String> problem(String what, int limit, int least, int most) {
    if (limit < least) {
      return Optional.of(
          what
              + " needs at least "
              + least
              + " characters to stay unique over runs and injectors, but "
              + UniqueOption.MAX_LENGTH.key()
              + " is "
              + limit
              + "; a shorter column can hold a pattern such as u{seq:8}, unique within one run");
    }
    if (limit > most) {
      return Optional.of(
          UniqueOption.MAX_LENGTH.key() + " must be at most " + most + ", but was " + limit);
    }
    return Optional.empty();
  }
}
