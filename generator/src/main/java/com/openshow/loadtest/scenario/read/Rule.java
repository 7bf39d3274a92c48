package com.openshow.loadtest.scenario.read;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * How a value of one kind is read.
 *
 * @param expected what is expected, for messages
 * @param reader reads a value; empty when it is not as expected, or its problems are reported
 */
record Rule<T>(String expected, BiFunction<Located, Problems, Result<T>> reader) {
  /**
   * What came of reading.
   *
   * @param value the value; empty when there is none
   * @param reported whether the reader has said itself what is wrong
   */
  record Result<T>(Optional<T> value, boolean reported) {
    static <T> Result<T> of(Optional<T> value) {
      return new Result<>(value, false);
    }
  }

  Optional<T> decode(Located value, Problems problems) {
    Result<T> result = reader.apply(value, problems);
    if (result.value().isEmpty() && !result.reported()) {
      problems.error(value.place(), "must be " + expected + ", but was " + describe(value));
    }
    return result.value();
  }

  /** The same rule, with something made of the value. */
  <U> Rule<U> map(Function<T, U> change) {
    return new Rule<>(
        expected,
        (value, problems) -> {
          Result<T> result = reader.apply(value, problems);
          return new Result<>(result.value().map(change), result.reported());
        });
  }

  static Rule<String> text(String expected, Predicate<String> allowed) {
    return string(expected, text -> Optional.of(text).filter(allowed));
  }

  static <T> Rule<T> string(String expected, Function<String, Optional<T>> parse) {
    return new Rule<>(
        expected,
        (value, problems) ->
            Result.of(
                value instanceof Located.Chars chars
                    ? parse.apply(chars.value())
                    : Optional.empty()));
  }

  /** One of a closed list of names, with a suggestion for a misspelt one. */
  static <T> Rule<T> choice(Collection<String> names, Function<String, Optional<T>> parse) {
    String expected = "one of " + String.join(", ", names);
    return new Rule<>(
        expected,
        (value, problems) -> {
          Optional<T> found =
              value instanceof Located.Chars chars ? parse.apply(chars.value()) : Optional.empty();
          if (found.isEmpty() && value instanceof Located.Chars chars) {
            problems.error(
                value.place(),
                "must be "
                    + expected
                    + ", but was "
                    + describe(value)
                    + Text.didYouMean(chars.value(), names));
            return new Result<>(found, true);
          }
          return Result.of(found);
        });
  }

  static Rule<Double> number(String expected, Predicate<Double> allowed) {
    return new Rule<>(
        expected,
        (value, problems) ->
            Result.of(
                value instanceof Located.Digits digits
                    ? Optional.of(Double.parseDouble(digits.value())).filter(allowed)
                    : Optional.empty()));
  }

  static Rule<Integer> whole(int least, int greatest) {
    return new Rule<>(
        "a whole number from " + least + " to " + greatest,
        (value, problems) ->
            Result.of(
                value instanceof Located.Digits digits
                    ? wholeNumber(digits.value()).filter(n -> n >= least && n <= greatest)
                    : Optional.empty()));
  }

  private static Optional<Integer> wholeNumber(String digits) {
    // 1e999999999 would make BigDecimal write out a thousand million digits.
    double size = Double.parseDouble(digits);
    return Math.abs(size) <= Integer.MAX_VALUE && size == Math.rint(size)
        ? Optional.of(new BigDecimal(Double.toString(size)).intValue())
        : Optional.empty();
  }

  static <T> Rule<List<T>> list(Rule<T> element, boolean mayBeEmpty) {
    String expected = "an array" + (mayBeEmpty ? "" : " of at least one");
    return new Rule<>(
        expected,
        (value, problems) -> {
          if (!(value instanceof Located.Elements array)
              || (array.elements().isEmpty() && !mayBeEmpty)) {
            return Result.of(Optional.empty());
          }
          List<T> decoded = new ArrayList<>();
          array.elements().forEach(item -> element.decode(item, problems).ifPresent(decoded::add));
          boolean whole = decoded.size() == array.elements().size();
          return new Result<>(whole ? Optional.of(decoded) : Optional.empty(), true);
        });
  }

  /** One value, or an array of at least one. */
  static <T> Rule<List<T>> oneOrList(Rule<T> element) {
    return new Rule<>(
        element.expected() + ", or an array of them",
        (value, problems) ->
            value instanceof Located.Elements
                ? list(element, false).reader().apply(value, problems)
                : element.<List<T>>map(List::of).reader().apply(value, problems));
  }

  static <T> Rule<T> object(BiFunction<Located.Members, Problems, Optional<T>> decode) {
    return new Rule<>(
        "an object",
        (value, problems) ->
            value instanceof Located.Members members
                ? new Result<>(decode.apply(members, problems), true)
                : Result.of(Optional.empty()));
  }

  private static String describe(Located value) {
    if (value instanceof Located.Chars chars) {
      return Text.quoted(chars.value());
    }
    if (value instanceof Located.Digits digits) {
      return Text.printable(digits.value());
    }
    if (value instanceof Located.Literal literal) {
      return literal.value();
    }
    return value instanceof Located.Members ? "an object" : "an array";
  }
}
