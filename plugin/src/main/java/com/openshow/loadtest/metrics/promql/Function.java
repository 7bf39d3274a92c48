package com.openshow.loadtest.metrics.promql;

import java.util.List;

/**
 * A function that can be called.
 *
 * @param parameters the types of its arguments
 * @param required how many of them must be given; the last one may be given more often where {@code
 *     repeats}
 * @param repeats whether the last one may be given any number of times, also none
 * @param builder makes an expression of arguments of these types
 */
record Function(List<ValueType> parameters, int required, boolean repeats, Builder builder) {
  /** Makes an expression of a call. */
  interface Builder {
    /**
     * Makes it.
     *
     * @throws IllegalArgumentException when an argument cannot be meant so
     */
    Node build(Arguments arguments);
  }

  Function {
    parameters = List.copyOf(parameters);
  }

  static Function of(Builder builder, ValueType... parameters) {
    return new Function(List.of(parameters), parameters.length, false, builder);
  }

  /** The same, of whose arguments only the first must be given. */
  Function requiring(int first) {
    return new Function(parameters, first, repeats, builder);
  }

  /** The same, of whose last argument there may be many. */
  Function repeatingLast() {
    return new Function(parameters, parameters.size() - 1, true, builder);
  }

  boolean takes(int count) {
    return count >= required && (repeats || count <= parameters.size());
  }

  ValueType parameter(int index) {
    return parameters.get(Math.min(index, parameters.size() - 1));
  }

  /** How many arguments it takes, for a message. */
  String counts() {
    if (repeats) {
      return required + " or more";
    }
    return required == parameters.size()
        ? String.valueOf(required)
        : required + " to " + parameters.size();
  }
}
