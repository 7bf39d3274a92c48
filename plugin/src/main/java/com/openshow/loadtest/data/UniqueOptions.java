package com.openshow.loadtest.data;

import java.util.List;
import java.util.Map;

/** The options that were given for a type; what is wrong with them is gathered. */
final class UniqueOptions {
  private final Map<UniqueOption, String> texts;
  private final List<String> problems;

  UniqueOptions(Map<UniqueOption, String> texts, List<String> problems) {
    this.texts = texts;
    this.problems = problems;
  }

  String text(UniqueOption option, String otherwise) {
    return texts.getOrDefault(option, otherwise);
  }

  boolean flag(UniqueOption option) {
    String text = text(option, "false");
    if (!text.equals("true") && !text.equals("false")) {
      problems.add(option.key() + " must be true or false, but was \"" + text + "\"");
    }
    return text.equals("true");
  }

  int number(UniqueOption option, int otherwise) {
    String text = text(option, Integer.toString(otherwise));
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      problems.add(option.key() + " must be a whole number, but was \"" + text + "\"");
      return otherwise;
    }
  }
}
