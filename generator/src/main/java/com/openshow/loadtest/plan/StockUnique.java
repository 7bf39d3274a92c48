package com.openshow.loadtest.plan;

import com.openshow.loadtest.data.UniqueEmail;
import com.openshow.loadtest.data.UniqueId;
import com.openshow.loadtest.data.UniqueProject;
import com.openshow.loadtest.data.UniqueUsername;
import com.openshow.loadtest.scenario.UniqueValue;
import java.util.Optional;

/** Unique values of stock JMeter: all it has is a UUID. */
final class StockUnique {
  /** {@code lt-} and a UUID. */
  private static final int ID_LENGTH = 39;

  private static final int UUID_LENGTH = 36;

  private StockUnique() {}

  /** A value that an identifier makes unique. */
  static String text(UniqueValue value, String id) {
    if (value.type() instanceof UniqueEmail email) {
      return id + "@" + email.domain();
    }
    return value.type() instanceof UniqueId ? "${__UUID}" : id;
  }

  /** What a value is otherwise than it should be; empty when it is not. */
  static Optional<String> note(UniqueValue value) {
    String told = "unique " + value.key() + ": ";
    if (value.type() instanceof UniqueEmail email) {
      int length = ID_LENGTH + 1 + email.domain().length();
      return email.maxLength() < length
          ? Optional.of(told + length + " characters, more than max_length")
          : Optional.empty();
    }
    if (value.type() instanceof UniqueProject project) {
      int length = UniqueProject.of("").getOrDefault("project_title", "").length() + ID_LENGTH;
      return project.maxLength() < length
          ? Optional.of(told + "the title has " + length + " characters, more than max_length")
          : Optional.empty();
    }
    if (value.type() instanceof UniqueUsername name) {
      return name.maxLength() < ID_LENGTH
          ? Optional.of(told + ID_LENGTH + " characters, more than max_length")
          : Optional.empty();
    }
    if (value.type() instanceof UniqueId id) {
      return id.format() == UniqueId.Format.UUID
          ? Optional.of(told + "a random UUID (version 4), which does not sort by time")
          : Optional.of(told + "a UUID of " + UUID_LENGTH + " characters instead");
    }
    return Optional.of(told + "lt- and a UUID instead, which does not look like one");
  }
}
