package com.openshow.loadtest.scenario.read;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.openshow.loadtest.scenario.Template;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The body of a request: any JSON. A variable in braces inside a text is replaced there; the object
 * {@code {"var": "name"}} is replaced as a whole, so that its value can be a number.
 */
final class BodyDecoder {
  static final Rule<Template> BODY =
      new Rule<>(
          "JSON without \"${\" in its texts",
          (value, problems) -> {
            StringBuilder json = new StringBuilder();
            return new Rule.Result<>(
                write(value, json, problems)
                    ? Optional.of(Template.of(json.toString()))
                    : Optional.empty(),
                true);
          });

  private BodyDecoder() {}

  private static boolean write(Located value, StringBuilder json, Problems problems) {
    if (value instanceof Located.Members object) {
      return writeMembers(object, json, problems);
    }
    if (value instanceof Located.Elements array) {
      json.append('[');
      boolean right = true;
      for (int i = 0; i < array.elements().size(); i++) {
        json.append(i == 0 ? "" : ", ");
        right &= write(array.elements().get(i), json, problems);
      }
      json.append(']');
      return right;
    }
    if (value instanceof Located.Chars chars) {
      return quote(chars.value(), value, json, problems);
    }
    json.append(value instanceof Located.Digits digits ? digits.value() : literal(value));
    return true;
  }

  private static String literal(Located value) {
    return value instanceof Located.Literal literal ? literal.value() : "null";
  }

  private static boolean writeMembers(
      Located.Members object, StringBuilder json, Problems problems) {
    Map<String, Located> members = object.members();
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
      right &= quote(member.getKey(), member.getValue(), json, problems);
      json.append(": ");
      right &= write(member.getValue(), json, problems);
    }
    json.append('}');
    return right;
  }

  private static boolean quote(String text, Located value, StringBuilder json, Problems problems) {
    if (text.contains("${")) {
      problems.error(
          value.place(),
          "must not contain \"${\", which JMeter would run; write a variable as {name}, but was "
              + Text.quoted(text));
      return false;
    }
    json.append('"');
    String quoted = String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text));
    quoted.codePoints().forEach(c -> append(c, json));
    json.append('"');
    return true;
  }

  private static void append(int c, StringBuilder json) {
    if (Rules.isXmlText(c)) {
      json.appendCodePoint(c);
    } else {
      // All that XML cannot hold and JSON need not escape is below U+10000.
      json.append(String.format(Locale.ROOT, "\\u%04X", c));
    }
  }
}
