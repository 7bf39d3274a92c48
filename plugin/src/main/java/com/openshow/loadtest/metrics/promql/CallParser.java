package com.openshow.loadtest.metrics.promql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads calls of functions, and aggregations. */
final class CallParser {
  private final Words words;
  private final Parser parser;

  CallParser(Words words, Parser parser) {
    this.words = words;
    this.parser = parser;
  }

  /** Reads from the name on. */
  Node parse() throws PromQlException {
    Token name = words.take();
    Optional<Aggregation> aggregation = aggregation(name);
    if (aggregation.isPresent()) {
      return aggregation(name, aggregation.get());
    }
    Optional<Function> function = Functions.find(name.text());
    if (function.isEmpty()) {
      throw words.problem(
          name,
          "the function is not known here; known are "
              + String.join(", ", Functions.names())
              + "; and the aggregations "
              + aggregationNames());
    }
    return call(name, function.get());
  }

  static String aggregationNames() {
    return Arrays.stream(Aggregation.values())
        .map(aggregation -> aggregation.name().toLowerCase(Locale.ROOT))
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private static Optional<Aggregation> aggregation(Token name) {
    return Arrays.stream(Aggregation.values())
        .filter(aggregation -> name.isKeyword(aggregation.name()))
        .findFirst();
  }

  private Node aggregation(Token name, Aggregation aggregation) throws PromQlException {
    Optional<Grouping> before = grouping();
    List<Node> arguments = arguments();
    Optional<Grouping> grouping = before.isPresent() ? before : grouping();
    int wanted = aggregation.hasParameter() ? 2 : 1;
    if (arguments.size() != wanted) {
      throw words.problem(
          name,
          name.text()
              + (wanted == 2
                  ? " needs a number and an instant vector"
                  : " needs one instant vector")
              + ", but has "
              + arguments.size()
              + " arguments");
    }
    require(name, ValueType.VECTOR, arguments.get(wanted - 1), wanted);
    if (aggregation.hasParameter()) {
      require(name, ValueType.SCALAR, arguments.get(0), 1);
    }
    return aggregation.of(
        (VectorNode) arguments.get(wanted - 1),
        aggregation.hasParameter() ? Optional.of((ScalarNode) arguments.get(0)) : Optional.empty(),
        grouping.orElse(Grouping.ALL));
  }

  private Optional<Grouping> grouping() throws PromQlException {
    boolean without = words.peek().isKeyword("without");
    if (!without && !words.peek().isKeyword("by")) {
      return Optional.empty();
    }
    words.take();
    return Optional.of(new Grouping(without, words.names()));
  }

  private Node call(Token name, Function function) throws PromQlException {
    List<Node> arguments = arguments();
    if (!function.takes(arguments.size())) {
      throw words.problem(
          name,
          name.text() + " needs " + function.counts() + " arguments, but has " + arguments.size());
    }
    for (int i = 0; i < arguments.size(); i++) {
      require(name, function.parameter(i), arguments.get(i), i + 1);
    }
    try {
      return function.builder().build(new Arguments(arguments));
    } catch (IllegalArgumentException e) {
      throw words.problem(name, name.text() + ": " + e.getMessage());
    }
  }

  private List<Node> arguments() throws PromQlException {
    words.expect("(", "before the arguments");
    List<Node> arguments = new ArrayList<>();
    if (words.takeSign(")")) {
      return arguments;
    }
    do {
      arguments.add(parser.expression(0));
    } while (words.takeSign(","));
    words.expect(")", "or , after an argument");
    return arguments;
  }

  private void require(Token name, ValueType wanted, Node argument, int number)
      throws PromQlException {
    if (argument.type() != wanted) {
      throw words.problem(
          name,
          name.text()
              + " needs "
              + wanted
              + " for argument "
              + number
              + ", but was given "
              + argument.type());
    }
  }
}
