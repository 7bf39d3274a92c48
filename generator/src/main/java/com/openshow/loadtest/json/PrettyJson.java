package com.openshow.loadtest.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;

/** JSON as people write it: what fits in a line stands in a line. */
public final class PrettyJson {
  private static final int WIDTH = 100;
  private static final String STEP = "  ";

  private PrettyJson() {}

  /** The text, with a line break at its end. */
  public static String of(JsonNode node) {
    return pretty(node, "", 0) + "\n";
  }

  private static String pretty(JsonNode node, String indent, int before) {
    String line = line(node);
    if (!node.isContainerNode() || (before > 0 && before + line.length() < WIDTH)) {
      return line;
    }
    String inner = indent + STEP;
    List<String> parts = new ArrayList<>();
    node.properties()
        .forEach(
            member -> {
              String key = quoted(member.getKey()) + ": ";
              parts.add(
                  inner + key + pretty(member.getValue(), inner, inner.length() + key.length()));
            });
    if (node.isArray()) {
      node.forEach(element -> parts.add(inner + pretty(element, inner, inner.length())));
    }
    return open(node) + "\n" + String.join(",\n", parts) + "\n" + indent + close(node);
  }

  private static String line(JsonNode node) {
    if (!node.isContainerNode()) {
      return node.toString();
    }
    List<String> parts = new ArrayList<>();
    node.properties()
        .forEach(member -> parts.add(quoted(member.getKey()) + ": " + line(member.getValue())));
    if (node.isArray()) {
      node.forEach(element -> parts.add(line(element)));
    }
    String inside = String.join(", ", parts);
    return open(node)
        + (node.isObject() && !node.isEmpty() ? " " + inside + " " : inside)
        + close(node);
  }

  private static String open(JsonNode node) {
    return node.isObject() ? "{" : "[";
  }

  private static String close(JsonNode node) {
    return node.isObject() ? "}" : "]";
  }

  private static String quoted(String text) {
    return TextNode.valueOf(text).toString();
  }
}
