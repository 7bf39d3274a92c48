package com.openshow.loadtest.metrics.promql;

import com.openshow.loadtest.metrics.Series;
import com.openshow.loadtest.metrics.series.LabelMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads selectors.
 *
 * <pre>
 * selector = (name [matchers] | matchers) ["[" duration "]"] ["offset" ["-"] duration]
 * matchers = "{" [label op string *("," label op string) [","]] "}"
 * op       = "=" | "!=" | "=~" | "!~"
 * </pre>
 */
final class SelectorParser {
  private final Words words;

  /**
   * @param words of which the next is the first of a selector
   */
  SelectorParser(Words words) {
    this.words = words;
  }

  /** An instant vector, or a range vector. */
  Node parse() throws PromQlException {
    Token start = words.peek();
    List<LabelMatcher> matchers = matchers();
    requireOneThatSelects(start, matchers);
    Optional<Long> range = words.takeSign("[") ? Optional.of(range()) : Optional.empty();
    Selector selector = new Selector(matchers, offset());
    refuseMore();
    return range.isPresent() ? new RangeNode(selector, range.get()) : new SelectorNode(selector);
  }

  private List<LabelMatcher> matchers() throws PromQlException {
    List<LabelMatcher> matchers = new ArrayList<>();
    boolean named = words.peek().kind() == Token.Kind.NAME;
    if (named) {
      matchers.add(LabelMatcher.metric(words.take().text()));
    }
    if (words.takeSign("{")) {
      while (!words.takeSign("}")) {
        matchers.add(matcher(named));
        if (!words.takeSign(",") && !words.peek().isSign("}")) {
          throw words.problem(words.peek(), "expected , or } after a label");
        }
      }
    }
    return matchers;
  }

  private LabelMatcher matcher(boolean named) throws PromQlException {
    Token name = words.labelName();
    if (named && name.text().equals(Series.NAME)) {
      throw words.problem(name, "the metric's name stands before the { already");
    }
    LabelMatcher.How how = how(words.take());
    Token value = words.take();
    if (value.kind() != Token.Kind.STRING) {
      throw words.problem(value, "expected the value of a label, in quotes");
    }
    try {
      return LabelMatcher.of(name.text(), how, value.text());
    } catch (IllegalArgumentException e) {
      throw words.problem(value, String.valueOf(e.getMessage()));
    }
  }

  private LabelMatcher.How how(Token sign) throws PromQlException {
    for (LabelMatcher.How how : LabelMatcher.How.values()) {
      if (sign.isSign(how.sign())) {
        return how;
      }
    }
    throw words.problem(sign, "expected =, !=, =~ or !~ after the name of a label");
  }

  private void requireOneThatSelects(Token start, List<LabelMatcher> matchers)
      throws PromQlException {
    if (matchers.stream().allMatch(matcher -> matcher.matches(""))) {
      throw words.problem(
          start, "this would select every series there is: name a metric, or a label's value");
    }
  }

  private long range() throws PromQlException {
    long millis = duration();
    if (words.peek().isSign(":") || words.peek().text().startsWith(":")) {
      throw words.problem(
          words.peek(),
          "subqueries are not known here; only Prometheus itself (source prometheus) has them");
    }
    words.expect("]", "after the duration");
    return millis;
  }

  private long offset() throws PromQlException {
    if (!words.takeKeyword("offset")) {
      return 0;
    }
    boolean negative = words.takeSign("-");
    long millis = duration();
    return negative ? -millis : millis;
  }

  private long duration() throws PromQlException {
    Token token = words.take();
    Optional<Long> millis =
        token.kind() == Token.Kind.DURATION ? DurationText.millis(token.text()) : Optional.empty();
    if (millis.isEmpty() || millis.get() == 0) {
      throw words.problem(
          token, "expected a duration of more than 0, such as 30s, 5m, 1h30m or 500ms");
    }
    return millis.get();
  }

  private void refuseMore() throws PromQlException {
    Token next = words.peek();
    if (next.isSign("@")) {
      throw words.problem(
          next, "@ is not known here; only Prometheus itself (source prometheus) has it");
    }
    if (next.isSign("[")) {
      throw words.problem(next, "[ must stand before offset, and once only");
    }
  }
}
