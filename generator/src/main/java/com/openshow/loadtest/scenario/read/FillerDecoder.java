package com.openshow.loadtest.scenario.read;

import com.openshow.loadtest.filler.Filler;
import com.openshow.loadtest.filler.FillerException;
import com.openshow.loadtest.scenario.FillerValue;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Realistic text: {@code {"filler": "Name.fullName", "var": "name", "locale": "de"}}. */
final class FillerDecoder {
  /** The key that tells such an object from others in a body. */
  static final String FILLER = "filler";

  private static final Rule<String> EXPRESSION =
      Rule.text(
          "a method of Datafaker such as Name.fullName, or a text with #{Name.fullName}, without"
              + " \"${\", with a ) for each (",
          text -> Rules.isPlain(text, 1_000) && isBalanced(text));
  private static final Rule<String> LOCALE =
      Rule.text("a language tag such as de or pt-BR", text -> text.matches("[A-Za-z0-9-]{2,35}"));

  private FillerDecoder() {}

  /** JMeter's parser of functions counts parentheses. */
  private static boolean isBalanced(String text) {
    int open = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      open += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (open < 0) {
        return false;
      }
    }
    return open == 0;
  }

  /**
   * A value of an object that has the key {@code filler}.
   *
   * @param before the fillers that stand before it in the same body
   */
  static Optional<FillerValue> value(
      Located.Members object, List<FillerValue> before, Problems problems) {
    Keys keys = new Keys(object, problems);
    Optional<String> expression = keys.required(FILLER, EXPRESSION);
    Optional<String> variable = keys.optional("var", UniqueDecoder.VARIABLE);
    Optional<String> locale = keys.optional("locale", LOCALE);
    Optional<Integer> length = keys.optional("max_length", Rule.whole(1, Filler.LONGEST));
    keys.rejectOthers();
    if (expression.isEmpty()
        || (locale.isEmpty() && object.members().containsKey("locale"))
        || (length.isEmpty() && object.members().containsKey("max_length"))) {
      return Optional.empty();
    }
    try {
      Filler filler =
          new Filler(
              expression.get(),
              locale.orElse(Filler.DEFAULT_LOCALE),
              length.orElse(Filler.DEFAULT_LENGTH));
      // Only Datafaker knows whether there is such a method.
      filler.text(new Random(1));
      return Optional.of(new FillerValue(filler, variable.orElseGet(() -> name(before))));
    } catch (FillerException e) {
      e.problems().forEach(problem -> problems.error(object.place(), problem));
      return Optional.empty();
    }
  }

  private static String name(List<FillerValue> before) {
    return before.isEmpty() ? FILLER : FILLER + "_" + (before.size() + 1);
  }
}
