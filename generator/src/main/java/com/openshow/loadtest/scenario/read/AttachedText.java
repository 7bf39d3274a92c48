package com.openshow.loadtest.scenario.read;

import java.io.IOException;
import java.util.Optional;

/** A text that stands in a file beside the scenario file. */
final class AttachedText {
  /** The name of such a file. */
  static final Rule<String> NAME =
      Rule.text(
          "the path of a file relative to the scenario file's folder, such as bodies/project.json,"
              + " with / between folders and without ..",
          AttachedText::isRelative);

  private AttachedText() {}

  private static boolean isRelative(String name) {
    if (!Rules.isPlain(name, 200) || name.contains("\\") || name.contains(":")) {
      return false;
    }
    for (String part : name.split("/", -1)) {
      if (part.isEmpty() || part.equals(".") || part.equals("..")) {
        return false;
      }
    }
    return true;
  }

  /**
   * The content of a file; empty, and said, when it cannot be read.
   *
   * @param value where its name stands
   */
  static Optional<String> read(String name, Located value, Problems problems) {
    try {
      byte[] content = problems.attachments().read(name);
      if (content.length > Attachments.MAX_BYTES) {
        return refuse(
            name,
            "has more than the " + Attachments.MAX_BYTES + " bytes it may have",
            value,
            problems);
      }
      Optional<String> text = Utf8.decode(content);
      return text.isEmpty() ? refuse(name, "is not UTF-8 text", value, problems) : text;
    } catch (IOException e) {
      return refuse(name, "cannot be read: " + e.getMessage(), value, problems);
    }
  }

  /** Says what is wrong with a file. */
  static <T> Optional<T> refuse(String name, String why, Located value, Problems problems) {
    problems.error(value.place(), "the file " + Text.quoted(name) + " " + why);
    return Optional.empty();
  }
}
