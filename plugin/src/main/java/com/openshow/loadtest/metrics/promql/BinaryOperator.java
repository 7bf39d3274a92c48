package com.openshow.loadtest.metrics.promql;

import java.util.Optional;

/** What can stand between two expressions. */
enum BinaryOperator {
  OR("or", 1, Kind.SET),
  AND("and", 2, Kind.SET),
  UNLESS("unless", 2, Kind.SET),
  EQUAL("==", 3, Kind.COMPARISON),
  NOT_EQUAL("!=", 3, Kind.COMPARISON),
  LESS("<", 3, Kind.COMPARISON),
  LESS_OR_EQUAL("<=", 3, Kind.COMPARISON),
  GREATER(">", 3, Kind.COMPARISON),
  GREATER_OR_EQUAL(">=", 3, Kind.COMPARISON),
  PLUS("+", 4, Kind.ARITHMETIC),
  MINUS("-", 4, Kind.ARITHMETIC),
  TIMES("*", 5, Kind.ARITHMETIC),
  DIVIDED_BY("/", 5, Kind.ARITHMETIC),
  MODULO("%", 5, Kind.ARITHMETIC),
  ATAN2("atan2", 5, Kind.ARITHMETIC),
  POWER("^", 6, Kind.ARITHMETIC);

  /** What it makes of its operands. */
  enum Kind {
    /** A number. */
    ARITHMETIC,
    /** A choice of the elements on the left, or with bool 0 and 1. */
    COMPARISON,
    /** A choice of elements by their labels. */
    SET
  }

  /** As tightly as signs bind: {@code -a * b} is {@code (-a) * b}, and {@code -a ^ b} is not. */
  static final int SIGN_PRECEDENCE = 6;

  private final String sign;
  private final int precedence;
  private final Kind kind;

  BinaryOperator(String sign, int precedence, Kind kind) {
    this.sign = sign;
    this.precedence = precedence;
    this.kind = kind;
  }

  /** The one that a word is, if it is one. */
  static Optional<BinaryOperator> of(Token token) {
    for (BinaryOperator operator : values()) {
      if (token.isSign(operator.sign) || token.isKeyword(operator.sign)) {
        return Optional.of(operator);
      }
    }
    return Optional.empty();
  }

  String sign() {
    return sign;
  }

  /** The higher, the tighter it binds. */
  int precedence() {
    return precedence;
  }

  /** The least precedence of an operator in its right operand: powers are read from the right. */
  int rightPrecedence() {
    return this == POWER ? precedence : precedence + 1;
  }

  Kind kind() {
    return kind;
  }

  /** Whether a result is no longer what the metric's name says; of atan2, Prometheus says it is. */
  boolean dropsMetric() {
    return kind == Kind.ARITHMETIC && this != ATAN2;
  }

  /** The number it makes of two; for a comparison, 1 where it holds and 0 where it does not. */
  double apply(double left, double right) {
    return switch (this) {
      case PLUS -> left + right;
      case MINUS -> left - right;
      case TIMES -> left * right;
      case DIVIDED_BY -> left / right;
      case MODULO -> left % right;
      case ATAN2 -> Math.atan2(left, right);
      case POWER -> power(left, right);
      default -> holds(left, right) ? 1 : 0;
    };
  }

  /** Whether a comparison holds. */
  boolean holds(double left, double right) {
    return switch (this) {
      case EQUAL -> left == right;
      case NOT_EQUAL -> left != right;
      case LESS -> left < right;
      case LESS_OR_EQUAL -> left <= right;
      case GREATER -> left > right;
      case GREATER_OR_EQUAL -> left >= right;
      default -> throw new IllegalStateException(sign + " is no comparison");
    };
  }

  /** As C and Go have it, and Java has not: 1 to whatever power is 1, and so is -1 to infinity. */
  private static double power(double base, double exponent) {
    return base == 1 || (base == -1 && Double.isInfinite(exponent)) ? 1 : Math.pow(base, exponent);
  }
}
