package com.openshow.loadtest.metrics.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds secrets.
 *
 * @param environment the value of an environment variable; null when there is none
 * @param properties the value of a property; null when there is none
 */
public record SecretLookup(
    Function<String, @Nullable String> environment, Function<String, @Nullable String> properties) {
  private static final int MOST_BYTES = 64 * 1024;

  /**
   * The secret.
   *
   * @throws IllegalArgumentException when there is none, or it is not one line of text
   */
  String find(SecretReference reference) {
    String secret = withoutLineEnd(Objects.requireNonNullElse(raw(reference), ""));
    if (secret.isEmpty()) {
      throw new IllegalArgumentException(
          reference.text() + " has no value: set it before the test starts");
    }
    if (secret.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          reference.text() + " must be one line of text, but has control characters");
    }
    return secret;
  }

  private @Nullable String raw(SecretReference reference) {
    if (reference instanceof SecretReference.Environment variable) {
      return environment.apply(variable.variable());
    }
    if (reference instanceof SecretReference.Property property) {
      return properties.apply(property.name());
    }
    return content(((SecretReference.TextFile) reference).path());
  }

  private static String content(Path path) {
    try (InputStream file = Files.newInputStream(path)) {
      return new String(file.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "file:" + path + " cannot be read (" + e.getClass().getSimpleName() + ")", e);
    }
  }

  private static String withoutLineEnd(String text) {
    String line = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
  }
}
