package com.openshow.loadtest.plan;

import com.openshow.loadtest.scenario.Template;

/** Templates as JMeter writes them. */
final class Texts {
  private Texts() {}

  /** With {@code ${name}} for every variable. */
  static String of(Template template) {
    // Only in a text with an expression does JMeter take a backslash for an escape.
    boolean isExpression = !template.variables().isEmpty();
    return template.render(
        text -> isExpression ? text.replace("\\", "\\\\") : text, name -> "${" + name + "}");
  }
}
