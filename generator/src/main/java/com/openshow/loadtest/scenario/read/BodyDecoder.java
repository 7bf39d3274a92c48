package com.openshow.loadtest.scenario.read;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.openshow.loadtest.scenario.FillerValue;
import com.openshow.loadtest.scenario.Template;
import com.openshow.loadtest.scenario.UniqueValue;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The body of a request: any JSON. A variable in braces inside a text is replaced there; the object
 * {@code {"var": "name"}} is replaced as a whole, so that its value can be a number; {@code
 * {"unique": "email"}} is a text that no other request has had, {@code {"filler": "Name.fullName"}}
 * one that looks real.
 */
final class BodyDecoder {
  private final List<UniqueValue> values;
  private final List<FillerValue> fillers;
  private final Problems problems;
  private final StringBuilder json = new StringBuilder();

  private BodyDecoder(List<UniqueValue> values, List<FillerValue> fillers, Problems problems) {
    this.values = values;
    this.fillers = fillers;
    this.problems = problems;
  }

  /**
   * The rule of a body.
   *
   * @param values gets the unique values that stand in it
   * @param fillers gets the filler
   */
  static Rule<Template> body(List<UniqueValue> values, List<FillerValue> fillers) {
    return new Rule<>(
        "JSON without \"${\" in its texts",
        (value, problems) -> {
          BodyDecoder decoder = new BodyDecoder(values, fillers, problems);
          return new Rule.Result<>(
              decoder.write(value)
                  ? Optional.of(Template.of(decoder.json.toString()))
                  : Optional.empty(),
              true);
        });
  }

  private boolean write(Located value) {
    if (value instanceof Located.Members object) {
      return writeMembers(object);
    }
    if (value instanceof Located.Elements array) {
      json.append('[');
      boolean right = true;
      for (int i = 0; i < array.elements().size(); i++) {
        json.append(i == 0 ? "" : ", ");
        right &= write(array.elements().get(i));
      }
      json.append(']');
      return right;
    }
    if (value instanceof Located.Chars chars) {
      return quote(chars.value(), value);
    }
    json.append(value instanceof Located.Digits digits ? digits.value() : literal(value));
    return true;
  }

  private static String literal(Located value) {
    return value instanceof Located.Literal literal ? literal.value() : "null";
  }

  private boolean writeMembers(Located.Members object) {
    Map<String, Located> members = object.members();
    if (members.get(UniqueDecoder.UNIQUE) instanceof Located.Chars) {
      Optional<UniqueValue> unique = UniqueDecoder.value(object, UniqueValue.BODY, problems);
      unique.ifPresent(
          value -> {
            values.add(value);
            appendText(value.variables().get(0));
          });
      return unique.isPresent();
    }
    if (members.get(FillerDecoder.FILLER) instanceof Located.Chars) {
      Optional<FillerValue> filler = FillerDecoder.value(object, fillers, problems);
      filler.ifPresent(
          value -> {
            fillers.add(value);
            appendText(value.variable());
          });
      return filler.isPresent();
    }
    if (members.size() == 1 && members.get("var") instanceof Located.Chars variable) {
      if (!Template.isName(variable.value())) {
        problems.error(
            variable.place(),
            "must be a variable's name ("
                + Template.NAME_RULE
                + "), but was "
                + Text.quoted(variable.value()));
        return false;
      }
      json.append('{').append(variable.value()).append('}');
      return true;
    }
    json.append("{");
    boolean right = true;
    String separator = "";
    for (Map.Entry<String, Located> member : members.entrySet()) {
      json.append(separator);
      separator = ", ";
      right &= quote(member.getKey(), member.getValue());
      json.append(": ");
      right &= write(member.getValue());
    }
    json.append('}');
    return right;
  }

  private void appendText(String variable) {
    json.append("\"{").append(variable).append("}\"");
  }

  private boolean quote(String text, Located value) {
    if (text.contains("${")) {
      problems.error(
          value.place(),
          "must not contain \"${\", which JMeter would run; write a variable as {name}, but was "
              + Text.quoted(text));
      return false;
    }
    json.append('"');
    String quoted = String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text));
    quoted.codePoints().forEach(this::append);
    json.append('"');
    return true;
  }

  private void append(int c) {
    if (Rules.isXmlText(c)) {
      json.appendCodePoint(c);
    } else {
      // All that XML cannot hold and JSON need not escape is below U+10000.
      json.append(String.format(Locale.ROOT, "\\u%04X", c));
    }
  }
}
