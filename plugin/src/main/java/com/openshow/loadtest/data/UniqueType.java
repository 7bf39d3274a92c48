package com.openshow.loadtest.data;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A kind of test data of which every value is unique. A new kind is a new constant here, and a row
 * in the reference.
 */
public enum UniqueType {
  /** {@code email}: an address in the reserved domain example.com (RFC 2606): reaches nobody. */
  EMAIL {
    @Override
    public Map<String, String> variables(String id) {
      // At most 49 characters before the @; RFC 5321 allows 64.
      return Map.of("email", id + "@example.com");
    }
  },

  /** {@code project_title}, {@code project_description} and {@code project_tag}. */
  PROJECT {
    @Override
    public Map<String, String> variables(String id) {
      return Map.of(
          "project_title", "Load test project " + id,
          "project_description", "Made by a load test, can be deleted: " + id,
          "project_tag", "load-test");
    }
  };

  /** The JMeter variables of the value that {@code id} makes unique; safe inside JSON strings. */
  public abstract Map<String, String> variables(String id);

  /** The name used in plans, such as {@code email}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The {@link #key} of every type. */
  public static List<String> keys() {
    return Arrays.stream(values()).map(UniqueType::key).toList();
  }

  /** The type of this {@link #key}; empty when there is none. */
  public static Optional<UniqueType> of(String key) {
    return Arrays.stream(values()).filter(type -> type.key().equals(key)).findFirst();
  }
}
