package com.openshow.loadtest.metrics.promql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads expressions.
 *
 * <pre>
 * expression  = operand *(operator ["bool"] [matching] operand)
 * operand     = ("+" | "-") operand | "(" expression ")" | number | string
 *             | function "(" [expression *("," expression)] ")"
 *             | aggregation [grouping] "(" [expression ","] expression ")" [grouping]
 *             | selector
 * matching    = ("on" | "ignoring") names [("group_left" | "group_right") [names]]
 * grouping    = ("by" | "without") names
 * names       = "(" [name *("," name)] ")"
 * operator    = one of {@link BinaryOperator}, by its precedence
 * </pre>
 */
final class Parser {
  /** Deeper ones nobody could read; and each level takes some of the stack. */
  private static final int MOST_DEPTH = 100;

  private final Words words;
  private final List<Selector> selectors = new ArrayList<>();
  private int depth;

  private Parser(String text) throws PromQlException {
    this.words = new Words(text);
  }

  /** What was read: the expression, and the selectors in it. */
  record Parsed(Node node, List<Selector> selectors) {}

  static Parsed parse(String text) throws PromQlException {
    Parser parser = new Parser(text);
    Node node = parser.expression(0);
    Token rest = parser.words.peek();
    if (rest.kind() != Token.Kind.END) {
      throw parser.words.problem(rest, "expected an operator, or the end");
    }
    return new Parsed(node, List.copyOf(parser.selectors));
  }

  /**
   * Reads to an operator that binds less.
   *
   * @param least precedence of an operator that belongs to it
   */
  Node expression(int least) throws PromQlException {
    if (++depth > MOST_DEPTH) {
      throw words.problem(words.peek(), "nested more than " + MOST_DEPTH + " deep");
    }
    Node left = operand();
    Optional<BinaryOperator> operator = BinaryOperator.of(words.peek());
    while (operator.isPresent() && operator.get().precedence() >= least) {
      left = new OperatorParser(words, this).parse(left, operator.get());
      operator = BinaryOperator.of(words.peek());
    }
    depth--;
    return left;
  }

  private Node operand() throws PromQlException {
    Token token = words.peek();
    if (token.isSign("+") || token.isSign("-")) {
      return signed(words.take());
    }
    if (words.takeSign("(")) {
      Node inner = expression(0);
      words.expect(")", "at the end of what is in brackets");
      refuseRangeOf(inner);
      return inner;
    }
    return switch (token.kind()) {
      case NUMBER -> number(words.take());
      case STRING -> new StringNode(words.take().text());
      case NAME -> named(token);
      case SIGN, DURATION, END -> {
        if (token.isSign("{")) {
          yield selector();
        }
        throw words.problem(
            token,
            token.kind() == Token.Kind.DURATION
                ? "a duration can stand in [ ] and after offset only; for seconds write a number"
                : "expected a metric, a function, a number or (");
      }
    };
  }

  private Node signed(Token sign) throws PromQlException {
    Node node = expression(BinaryOperator.SIGN_PRECEDENCE);
    boolean negative = sign.isSign("-");
    if (node instanceof ScalarNode scalar) {
      return negative ? (ScalarNode) moment -> -scalar.at(moment) : scalar;
    }
    if (node instanceof VectorNode vector) {
      return negative
          ? (VectorNode) moment -> Element.derived(vector.at(moment), value -> -value)
          : vector;
    }
    throw words.problem(sign, "a sign needs a scalar or an instant vector, and not " + node.type());
  }

  /** A subquery: an expression with a duration after it. */
  private void refuseRangeOf(Node inner) throws PromQlException {
    Token next = words.peek();
    if (next.isSign("[") && !(inner instanceof RangeNode)) {
      throw words.problem(next, "[ can stand after a selector only; subqueries are not known here");
    }
  }

  private ScalarNode number(Token token) throws PromQlException {
    double value = NumberText.value(token.text());
    if (Double.isNaN(value)) {
      throw words.problem(token, "no number that is known here: octal and very large ones are not");
    }
    return moment -> value;
  }

  private Node named(Token name) throws PromQlException {
    if (words.peekSecond().isSign("(")
        || words.peekSecond().isKeyword("by")
        || words.peekSecond().isKeyword("without")) {
      return new CallParser(words, this).parse();
    }
    return switch (name.lowerCase()) {
      case "inf" -> constant(Double.POSITIVE_INFINITY);
      case "nan" -> constant(Double.NaN);
      default -> selector();
    };
  }

  private ScalarNode constant(double value) {
    words.take();
    return moment -> value;
  }

  private Node selector() throws PromQlException {
    Node node = new SelectorParser(words).parse();
    selectors.add(
        node instanceof RangeNode range ? range.selector() : ((SelectorNode) node).selector());
    return node;
  }
}
