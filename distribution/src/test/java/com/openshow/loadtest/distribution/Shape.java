package com.openshow.loadtest.distribution;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a scenario file declares, held against what was really sent; written anew for the tests, so
 * that it shares no mistake with the generator.
 */
final class Shape {
  private static final Pattern VARIABLE = Pattern.compile("\\{([A-Za-z][A-Za-z0-9_]*)}");

  private Shape() {}

  /**
   * Whether the text is the declared one with values for its variables.
   *
   * @param values what variables are known to stand for; those met for the first time are added
   */
  static boolean fits(String declared, String sent, Map<String, String> values) {
    List<String> names = new ArrayList<>();
    StringBuilder regex = new StringBuilder();
    Matcher matcher = VARIABLE.matcher(declared);
    int end = 0;
    while (matcher.find()) {
      regex.append(Pattern.quote(declared.substring(end, matcher.start()))).append("(.+)");
      names.add(matcher.group(1));
      end = matcher.end();
    }
    regex.append(Pattern.quote(declared.substring(end)));
    Matcher found = Pattern.compile(regex.toString(), Pattern.DOTALL).matcher(sent);
    if (!found.matches()) {
      return false;
    }
    for (int i = 0; i < names.size(); i++) {
      if (!isValue(names.get(i), found.group(i + 1), values)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the JSON is the declared one, and nothing more, with values for its variables. */
  static boolean fits(JsonNode declared, JsonNode sent, Map<String, String> values) {
    Optional<String> variable = variable(declared);
    if (variable.isPresent()) {
      return sent.isValueNode() && isValue(variable.get(), sent.asText(), values);
    }
    if (declared.isTextual()) {
      return sent.isTextual() && fits(declared.asText(), sent.asText(), values);
    }
    if (declared.isNumber()) {
      return sent.isNumber() && declared.decimalValue().compareTo(sent.decimalValue()) == 0;
    }
    if (declared.isValueNode() || declared.size() != sent.size()) {
      return declared.equals(sent);
    }
    return declared.isArray() == sent.isArray() && members(declared, sent, values);
  }

  private static boolean members(JsonNode declared, JsonNode sent, Map<String, String> values) {
    Iterator<String> theirNames = sent.fieldNames();
    Iterator<JsonNode> theirs = sent.elements();
    Iterator<String> names = declared.fieldNames();
    for (JsonNode member : declared) {
      if (declared.isObject()) {
        String name = names.next();
        if (!fits(name, theirNames.next(), values)) {
          return false;
        }
        // The access log masks it.
        if (name.equals("password")) {
          theirs.next();
          continue;
        }
      }
      if (!fits(member, theirs.next(), values)) {
        return false;
      }
    }
    return true;
  }

  private static Optional<String> variable(JsonNode declared) {
    if (declared.path("unique").isTextual()) {
      String type = declared.path("unique").asText();
      String own = type.equals("id") ? "unique_id" : type.equals("pattern") ? "unique_value" : type;
      return Optional.of(declared.path("var").asText(own));
    }
    if (declared.path("filler").isTextual()) {
      return Optional.of(declared.path("var").asText("filler"));
    }
    return declared.isObject() && declared.size() == 1 && declared.path("var").isTextual()
        ? Optional.of(declared.path("var").asText())
        : Optional.empty();
  }

  private static boolean isValue(String name, String value, Map<String, String> values) {
    String known = values.putIfAbsent(name, value);
    return known == null || known.equals(value);
  }
}
