package com.openshow.loadtest.data;

import java.util.List;
import java.util.function.BiConsumer;

/**
 * A telephone number in the form of E.164, such as {@code +12015550123}, of those that are reserved
 * for fiction, so that it rings nowhere. There are few of them.
 *
 * @param range one of {@link #ranges}, or a number of the user's own with a {@code #} for each
 *     digit that counts, such as {@code +4915199####}
 */
public record UniquePhone(String range) implements UniqueType {
  static final UniqueKind KIND =
      new UniqueKind(
          "phone",
          List.of("phone"),
          List.of(UniqueOption.RANGE),
          options -> new UniquePhone(options.text(UniqueOption.RANGE, PhoneRanges.ALL)));

  /**
   * Checks the range.
   *
   * @throws UniqueDataException when it is none
   */
  public UniquePhone {
    PhoneRanges.of(range);
  }

  /** The names of the reserved ranges. */
  public static List<String> ranges() {
    return PhoneRanges.keys();
  }

  /** Its numbers, with a {@code #} for each digit that counts: all of them are of these forms. */
  public List<String> forms() {
    return PhoneRanges.of(range).forms();
  }

  @Override
  public UniqueKind kind() {
    return KIND;
  }

  @Override
  public Scope scope() {
    return Scope.RUN;
  }

  @Override
  public UniqueSource open(UniqueData run) {
    PhoneRanges ranges = PhoneRanges.of(range);
    UniqueSettings.Injector injector = run.injector("a phone number of the range " + range);
    Series series = run.sequence("phone " + range);
    String variable = variables().get(0);
    return new UniqueSource() {
      @Override
      public String next() {
        // Of so few, none may be left over in a thread's block.
        long number =
            run.settings().first() - 1 + series.take(1) * injector.count() + injector.number() - 1;
        if (number >= ranges.size()) {
          throw new UniqueDataException(
              "the range "
                  + range
                  + " has "
                  + ranges.size()
                  + " phone numbers, and all of this injector's are used; take a range of your own,"
                  + " such as +999############");
        }
        return ranges.number(number);
      }

      @Override
      public String next(BiConsumer<? super String, ? super String> variables) {
        String value = next();
        variables.accept(variable, value);
        return value;
      }
    };
  }
}
