package com.openshow.loadtest.openslo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** YAML in blocks; texts always in quotes, so that none is taken for something else. */
final class Yaml {
  private Yaml() {}

  /** A mapping of keys and values in turn; empty texts and mappings are left out. */
  static Map<String, Object> map(Object... keysAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      Object value = keysAndValues[i + 1];
      if (!value.equals("") && !value.equals(Map.of())) {
        map.put((String) keysAndValues[i], value);
      }
    }
    return map;
  }

  /** One document of a file. */
  static String document(Map<String, Object> content) {
    StringBuilder text = new StringBuilder("---\n");
    write(text, content, "");
    return text.toString();
  }

  private static void write(StringBuilder text, Map<?, ?> map, String indent) {
    map.forEach(
        (key, value) -> {
          text.append(indent).append(key).append(':');
          if (value instanceof Map<?, ?> inner) {
            text.append('\n');
            write(text, inner, indent + "  ");
          } else if (value instanceof List<?> list) {
            text.append('\n');
            list.forEach(item -> item(text, (Map<?, ?>) item, indent + "  "));
          } else {
            text.append(' ').append(scalar(value)).append('\n');
          }
        });
  }

  private static void item(StringBuilder text, Map<?, ?> item, String indent) {
    int start = text.length() + indent.length();
    write(text, item, indent + "  ");
    text.setCharAt(start, '-');
  }

  private static String scalar(Object value) {
    return value instanceof String string ? quoted(string) : value.toString();
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.chars()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
              } else if (c < ' ' || c > '~') {
                quoted.append(String.format("\\u%04x", c));
              } else {
                quoted.append((char) c);
              }
            });
    return quoted.append('"').toString();
  }
}
