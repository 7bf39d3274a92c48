package com.openshow.loadtest.data;

import java.util.List;

/**
 * The readable identifier in a value, in the longest of three forms for which there is room:
 *
 * <pre>
 * lt-RUN-INJECTOR-NUMBER   the injector's 13 digits, and 8 that count
 * lt-RUN-NUMBER            13 to 20 digits that count on from the injector's own place
 * lt-NUMBER                13 of them, where the run has no name of the user's
 * </pre>
 */
final class IdText {
  /** Digits of base 36 that keep injectors apart: see documentation/concepts/unique-data.md. */
  static final int DIGITS = 13;

  private static final int COUNTER = 8;
  private static final int MOST_DIGITS = 20;

  private IdText() {}

  /** How many characters the shortest form has. */
  static int shortest(String separator) {
    return (UniqueData.MARK + separator).length() + DIGITS;
  }

  /** How many characters the form that begins with the run's name has at least. */
  static int shortestWithRun(UniqueData run, String separator) {
    return withRun(run, separator).length() + DIGITS;
  }

  private static String withRun(UniqueData run, String separator) {
    return UniqueData.MARK + separator + run.run() + separator;
  }

  /**
   * The pieces of an identifier of at most {@code room} characters.
   *
   * @param separator stands between its parts; may be empty
   * @param what is to have the identifier
   * @throws UniqueDataException when there is not enough room for the name that a user gave the run
   */
  static List<Part> parts(UniqueData run, int room, String separator, String what) {
    String prefix = withRun(run, separator);
    int digits = room - prefix.length();
    if (digits >= DIGITS + separator.length() + COUNTER) {
      return List.of(
          Literal.of(prefix),
          injector(),
          Literal.of(separator),
          new IdDigits("counter", Radix.BASE36, COUNTER, true));
    }
    if (digits >= DIGITS) {
      return counting(prefix, Math.min(MOST_DIGITS, digits));
    }
    run.settings()
        .run()
        .ifPresent(
            name -> {
              throw new UniqueDataException(
                  what
                      + " has room for "
                      + room
                      + " characters, but needs "
                      + (prefix.length() + DIGITS)
                      + " in the run \""
                      + name
                      + "\": "
                      + prefix
                      + " and "
                      + DIGITS
                      + " digits; give the run a shorter name, or more room");
            });
    String mark = UniqueData.MARK + separator;
    return counting(mark, Math.min(MOST_DIGITS, room - mark.length()));
  }

  /** Digits that tell the lane. */
  static Part injector() {
    return Literal.lane("injector", Radix.BASE36, DIGITS);
  }

  private static List<Part> counting(String prefix, int digits) {
    return List.of(
        Literal.of(prefix), new IdDigits("number" + digits, Radix.BASE36, digits, false));
  }
}
