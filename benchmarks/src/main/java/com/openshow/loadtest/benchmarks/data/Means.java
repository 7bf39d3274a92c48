package com.openshow.loadtest.benchmarks.data;

import java.util.stream.Stream;
import org.apache.jmeter.engine.util.CompoundVariable;
import org.apache.jmeter.functions.Function;
import org.apache.jmeter.functions.InvalidVariableException;

/** A function of JMeter's or of ours that gives a value. */
public enum Means {
  /** JMeter's random UUID. */
  UUID("__UUID", ""),
  /** Twelve random characters. */
  RANDOM_STRING("__RandomString", "12,abcdefghijklmnopqrstuvwxyz"),
  /** A counter that all threads share. */
  COUNTER("__counter", "FALSE"),
  /** Ours: an address. */
  UNIQUE_EMAIL("__uniqueEmail", ""),
  /** Ours: the title of a project. */
  UNIQUE_PROJECT("__uniqueProject", ""),
  /** Ours: a user's name. */
  UNIQUE_USERNAME("__uniqueUsername", ""),
  /** Ours: a UUID of version 7, with the time in it. */
  UNIQUE_UUID("__uniqueId", "uuid"),
  /** Ours: a ULID, with the time in it. */
  UNIQUE_ULID("__uniqueId", "ulid"),
  /** Ours: 19 digits. */
  UNIQUE_SEQUENCE("__uniqueId", "sequence"),
  /** Ours: a pattern with the date in it. */
  UNIQUE_PATTERN("__uniquePattern", "INV-{yyyy}-{seq:12}");

  private final String function;
  private final String arguments;

  Means(String function, String arguments) {
    this.function = function;
    this.arguments = arguments;
  }

  /** A function as it is in a plan: one for all threads. */
  Function function() throws InvalidVariableException, ReflectiveOperationException {
    Function made =
        CompoundVariable.getFunctionClass(function).getDeclaredConstructor().newInstance();
    made.setParameters(
        Stream.of(arguments.split(","))
            .filter(argument -> !argument.isEmpty())
            .map(CompoundVariable::new)
            .toList());
    return made;
  }
}
