package com.openshow.loadtest.data;

import java.util.List;

/**
 * A user's name of {@code a-z} and {@code 0-9} alone that begins with a letter.
 *
 * @param maxLength at least 15
 */
public record UniqueUsername(int maxLength) implements UniqueType {
  private static final int DEFAULT_LENGTH = 30;
  private static final int LONGEST = 255;

  static final UniqueKind KIND =
      new UniqueKind(
          "username",
          List.of("username"),
          List.of(UniqueOption.MAX_LENGTH),
          options -> new UniqueUsername(options.number(UniqueOption.MAX_LENGTH, DEFAULT_LENGTH)));

  /**
   * Checks the length.
   *
   * @throws UniqueDataException when it is too small
   */
  public UniqueUsername {
    Lengths.problem("a user's name", maxLength, IdText.shortest(""), LONGEST)
        .ifPresent(
            problem -> {
              throw new UniqueDataException(problem);
            });
  }

  @Override
  public UniqueKind kind() {
    return KIND;
  }

  @Override
  public Scope scope() {
    return Scope.ALWAYS;
  }

  @Override
  public UniqueSource open(UniqueData run) {
    return new TextSource(
        run, variables().get(0), IdText.parts(run, maxLength, "", "a user's name"));
  }
}
