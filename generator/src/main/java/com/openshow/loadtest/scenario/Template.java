package com.openshow.loadtest.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A text with variables in it, each written in braces: {@code /api/v1/projects/{id}}.
 *
 * @param parts what it is made of, in order
 */
public record Template(List<Part> parts) {
  /** What a variable's name may look like, for messages. */
  public static final String NAME_RULE = "1 to 50 letters, digits or '_', beginning with a letter";

  private static final String NAME = "[A-Za-z][A-Za-z0-9_]{0,49}";
  private static final Pattern VARIABLE = Pattern.compile("\\{(" + NAME + ")}");

  /** A piece of a template. */
  public sealed interface Part {}

  /** What stands there as it is. */
  public record Literal(String text) implements Part {}

  /** What the value of a variable is put in for. */
  public record Variable(String name) implements Part {}

  public Template {
    parts = List.copyOf(parts);
  }

  /** The template that {@code text} writes; every text is one. */
  public static Template of(String text) {
    List<Part> parts = new ArrayList<>();
    Matcher matcher = VARIABLE.matcher(text);
    int end = 0;
    while (matcher.find()) {
      if (matcher.start() > end) {
        parts.add(new Literal(text.substring(end, matcher.start())));
      }
      parts.add(new Variable(matcher.group(1)));
      end = matcher.end();
    }
    if (end < text.length()) {
      parts.add(new Literal(text.substring(end)));
    }
    return new Template(parts);
  }

  /** Whether a variable may have this name. */
  public static boolean isName(String name) {
    return name.matches(NAME);
  }

  /** The names of its variables, in order, each once. */
  public List<String> variables() {
    return parts.stream()
        .filter(Variable.class::isInstance)
        .map(part -> ((Variable) part).name())
        .distinct()
        .toList();
  }

  /** The template as people write it. */
  public String text() {
    return render(text -> text, name -> "{" + name + "}");
  }

  /** The text with something in place of its literals and variables. */
  public String render(UnaryOperator<String> literal, UnaryOperator<String> variable) {
    return parts.stream()
        .map(
            part ->
                part instanceof Variable named
                    ? variable.apply(named.name())
                    : literal.apply(((Literal) part).text()))
        .collect(Collectors.joining());
  }
}
