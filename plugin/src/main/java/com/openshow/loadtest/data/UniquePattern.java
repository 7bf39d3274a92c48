package com.openshow.loadtest.data;

import java.util.ArrayList;
import java.util.List;

/**
 * A text with placeholders, such as {@code INV-{yyyy}-{seq:8}}.
 *
 * <pre>
 * {seq:8}             decimal digits, 1 to 18, that count from the run's first number on
 * {id:13}             digits of base 36, 13 to 40, by which the value is told from all others
 * {uuid} {ulid}       as the type id writes them
 * {run}               the name of the run
 * {injector}          13 digits of base 36 that tell the injector
 * {yyyy} {MM} {dd} {HH} {mm} {ss}   date and time in UTC
 * {{ }}               braces
 * </pre>
 *
 * @param pattern has at least one of {@code seq}, {@code id}, {@code uuid}, {@code ulid}
 * @param maxLength at least what the text needs
 */
public record UniquePattern(String pattern, int maxLength) implements UniqueType {
  private static final int DEFAULT_LENGTH = 255;
  private static final int LONGEST = 10_000;

  static final UniqueKind KIND =
      new UniqueKind(
          "pattern",
          List.of("unique_value"),
          List.of(UniqueOption.PATTERN, UniqueOption.MAX_LENGTH),
          options ->
              new UniquePattern(
                  options.text(UniqueOption.PATTERN, ""),
                  options.number(UniqueOption.MAX_LENGTH, DEFAULT_LENGTH)));

  /**
   * Checks the pattern.
   *
   * @throws UniqueDataException with every problem
   */
  public UniquePattern {
    PatternParser parsed = new PatternParser(pattern);
    List<String> problems = new ArrayList<>(parsed.problems());
    if (problems.isEmpty() && parsed.isAlwaysTheSame()) {
      problems.add(
          "\""
              + pattern
              + "\" has nothing that is another in each value; add {seq:8} to be unique within one"
              + " run, or {id:13}, {uuid} or {ulid} to be unique always");
    }
    if (problems.isEmpty() && parsed.length() > maxLength) {
      problems.add(tooLong(pattern, parsed.length(), maxLength));
    }
    if (maxLength > LONGEST) {
      problems.add(UniqueOption.MAX_LENGTH.key() + " must be at most " + LONGEST);
    }
    if (!problems.isEmpty()) {
      throw new UniqueDataException(problems);
    }
  }

  private static String tooLong(String pattern, int length, int maxLength) {
    return "\""
        + pattern
        + "\" needs "
        + length
        + " characters, but "
        + UniqueOption.MAX_LENGTH.key()
        + " is "
        + maxLength;
  }

  @Override
  public UniqueKind kind() {
    return KIND;
  }

  @Override
  public Scope scope() {
    return new PatternParser(pattern).isAlwaysUnique() ? Scope.ALWAYS : Scope.RUN;
  }

  @Override
  public UniqueSource open(UniqueData run) {
    List<Part> parts = new PatternParser(pattern).parts(run);
    int length = TextSource.length(run, parts);
    if (length > maxLength) {
      throw new UniqueDataException(tooLong(pattern, length, maxLength));
    }
    if (scope() == Scope.RUN) {
      run.injector(pattern);
    }
    return new TextSource(run, variables().get(0), parts);
  }
}
