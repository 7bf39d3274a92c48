package com.openshow.loadtest.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who gives out values, and for which run.
 *
 * @param run the name of the run, which stands in the values: 1 to 16 characters of {@code a-z} and
 *     {@code 0-9}; a fresh one where there is none
 * @param isRepeat whether the values shall be those of every run of this name, and not new ones
 * @param injector which injector this JVM is; empty where nobody numbered them, and there may be
 *     several
 * @param first the first number of every {@code {seq}}, at least 0
 */
public record UniqueSettings(
    Optional<String> run, boolean isRepeat, Optional<Injector> injector, long first) {
  /** A fresh run of one injector. */
  public static final UniqueSettings FRESH =
      new UniqueSettings(Optional.empty(), false, Optional.of(Injector.ALONE), 1);

  /** How long the name of a run may be. */
  public static final int LONGEST_RUN = 16;

  private static final Pattern RUN = Pattern.compile("[a-z0-9]{1," + LONGEST_RUN + "}");

  /**
   * Checks them all.
   *
   * @throws UniqueDataException with every problem
   */
  public UniqueSettings {
    List<String> problems = new ArrayList<>();
    run.filter(name -> !RUN.matcher(name).matches())
        .ifPresent(
            name ->
                problems.add(
                    "the name of the run must be 1 to 16 characters of a-z and 0-9, but was \""
                        + name
                        + "\""));
    if (isRepeat && run.isEmpty()) {
      problems.add("a run can be repeated only under its name: give it one");
    }
    if (isRepeat && injector.isEmpty()) {
      problems.add("a run of several injectors can be repeated only when each has its number");
    }
    if (!(first >= 0)) {
      problems.add("the first number of a sequence must be at least 0, but was " + first);
    }
    if (!problems.isEmpty()) {
      throw new UniqueDataException(problems);
    }
  }

  /**
   * One of several injectors.
   *
   * @param number 1..count
   * @param count at least 1
   */
  public record Injector(int number, int count) {
    /** One that shares its work with nobody. */
    public static final Injector ALONE = new Injector(1, 1);

    /** Checks the number. */
    public Injector {
      if (!(number >= 1 && number <= count)) {
        throw new UniqueDataException(
            "the number of an injector must be 1 to " + count + ", but was " + number);
      }
    }
  }
}
