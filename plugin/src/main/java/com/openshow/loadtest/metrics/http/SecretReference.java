package com.openshow.loadtest.metrics.http;

import java.nio.file.Path;

/** Where a secret is to be had. The secret itself stands in no file of settings and in no plan. */
public sealed interface SecretReference {
  /** The forms that {@link #parse} understands. */
  String GRAMMAR = "env:VARIABLE, property:NAME or file:PATH";

  /** An environment variable. */
  record Environment(String variable) implements SecretReference {
    public Environment {
      requireName(variable);
    }

    @Override
    public String text() {
      return "env:" + variable;
    }
  }

  /** A property of JMeter, best given in a file with {@code jmeter -q}. */
  record Property(String name) implements SecretReference {
    public Property {
      requireName(name);
    }

    @Override
    public String text() {
      return "property:" + name;
    }
  }

  /** A file with the secret and nothing else; the end of its last line does not belong to it. */
  record TextFile(Path path) implements SecretReference {
    @Override
    public String text() {
      return "file:" + path;
    }
  }

  /** As {@link #parse} reads it. */
  String text();

  /** Whether a text is a reference, and not a value itself. */
  static boolean isReference(String text) {
    return text.startsWith("env:") || text.startsWith("property:") || text.startsWith("file:");
  }

  /**
   * Reads what {@link #text} writes.
   *
   * @throws IllegalArgumentException when it is none of {@link #GRAMMAR}; the message does not have
   *     the text, which may be the secret itself
   */
  static SecretReference parse(String text) {
    int colon = text.indexOf(':') + 1;
    if (!isReference(text) || colon == text.length()) {
      throw new IllegalArgumentException(
          "a secret must not stand here itself; expected where it is to be had: " + GRAMMAR);
    }
    String rest = text.substring(colon);
    return switch (text.charAt(0)) {
      case 'e' -> new Environment(rest);
      case 'p' -> new Property(rest);
      default -> new TextFile(Path.of(rest));
    };
  }

  private static void requireName(String name) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a reference to a secret needs a name");
    }
  }
}
