package com.openshow.loadtest.metrics.promql;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads an operator and what is on its right. */
final class OperatorParser {
  private final Words words;
  private final Parser parser;

  OperatorParser(Words words, Parser parser) {
    this.words = words;
    this.parser = parser;
  }

  /**
   * Goes on after the left operand.
   *
   * @param operator the next word
   */
  Node parse(Node left, BinaryOperator operator) throws PromQlException {
    Token sign = words.take();
    Token boolWord = words.peek();
    boolean bool = words.takeKeyword("bool");
    if (bool && operator.kind() != BinaryOperator.Kind.COMPARISON) {
      throw words.problem(boolWord, "bool can stand after a comparison only");
    }
    Token matchingWord = words.peek();
    Optional<Matching> matching = matching(operator);
    Node right = parser.expression(operator.rightPrecedence());
    requireNumbers(sign, left);
    requireNumbers(sign, right);
    if (left instanceof VectorNode lefts && right instanceof VectorNode rights) {
      Matching labels = matching.orElse(Matching.USUAL);
      return operator.kind() == BinaryOperator.Kind.SET
          ? new SetOperation(operator, labels, lefts, rights)
          : new Join(new Binary(operator, bool), labels, lefts, rights);
    }
    if (matching.isPresent()) {
      throw words.problem(
          matchingWord, "on and ignoring can stand between two instant vectors only");
    }
    if (operator.kind() == BinaryOperator.Kind.SET) {
      throw words.problem(sign, operator.sign() + " needs an instant vector on both sides");
    }
    return withScalar(sign, left, new Binary(operator, bool), right);
  }

  private Node withScalar(Token sign, Node left, Binary binary, Node right) throws PromQlException {
    if (left instanceof VectorNode vector) {
      return binary.withRight(vector, (ScalarNode) right);
    }
    if (right instanceof VectorNode vector) {
      return binary.withLeft((ScalarNode) left, vector);
    }
    if (binary.filters()) {
      throw words.problem(
          sign,
          "a comparison of two scalars must be written with bool, such as 1 "
              + binary.operator().sign()
              + " bool 2");
    }
    return binary.ofScalars((ScalarNode) left, (ScalarNode) right);
  }

  private void requireNumbers(Token sign, Node node) throws PromQlException {
    if (!(node instanceof ScalarNode) && !(node instanceof VectorNode)) {
      throw words.problem(
          sign, "an operator needs scalars and instant vectors, and not " + node.type());
    }
  }

  private Optional<Matching> matching(BinaryOperator operator) throws PromQlException {
    boolean on = words.peek().isKeyword("on");
    if (!on && !words.peek().isKeyword("ignoring")) {
      return Optional.empty();
    }
    words.take();
    Set<String> names = words.names();
    Token group = words.peek();
    Matching.Many many = many(group);
    if (many == Matching.Many.NEITHER) {
      return Optional.of(new Matching(on, names, many, List.of()));
    }
    if (operator.kind() == BinaryOperator.Kind.SET) {
      throw words.problem(group, group.lowerCase() + " cannot stand after " + operator.sign());
    }
    words.take();
    Set<String> included = words.peek().isSign("(") ? words.names() : Set.of();
    for (String name : included) {
      if (on && names.contains(name)) {
        throw words.problem(
            group, "the label " + name + " is the same on both sides already, by on(...)");
      }
    }
    return Optional.of(new Matching(on, names, many, List.copyOf(included)));
  }

  private static Matching.Many many(Token group) {
    if (group.isKeyword("group_left")) {
      return Matching.Many.LEFT;
    }
    return group.isKeyword("group_right") ? Matching.Many.RIGHT : Matching.Many.NEITHER;
  }
}
