package com.openshow.loadtest.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;

/** Bodies with made-up values in place of secrets. */
final class Masks {
  private final Secrets secrets;
  private final List<String> names = new ArrayList<>();

  Masks(Secrets secrets) {
    this.secrets = secrets;
  }

  /** The body without its secrets. */
  JsonNode mask(JsonNode body) {
    return mask(body, "", false);
  }

  /** Where secrets stood, each as a path of keys. */
  List<String> names() {
    return names.stream().distinct().toList();
  }

  private JsonNode mask(JsonNode node, String path, boolean isSecret) {
    if (node.isObject()) {
      ObjectNode masked = JsonNodeFactory.instance.objectNode();
      node.properties()
          .forEach(
              member -> {
                // A key can be a secret too: a map from session to user.
                String key = secrets.isIn(member.getKey()) ? Secrets.MADE_UP : member.getKey();
                masked.set(
                    key,
                    mask(
                        member.getValue(),
                        path.isEmpty() ? key : path + "." + key,
                        isSecret || Secrets.isName(key)));
              });
      return masked;
    }
    if (node.isArray()) {
      ArrayNode masked = JsonNodeFactory.instance.arrayNode();
      node.forEach(element -> masked.add(mask(element, path, isSecret)));
      return masked;
    }
    if (node.isTextual() && (isSecret || secrets.isIn(node.textValue()))) {
      names.add(path);
      return TextNode.valueOf(Secrets.MADE_UP);
    }
    if (node.isNumber() && (isSecret || secrets.isIn(node.asText()))) {
      names.add(path);
      return IntNode.valueOf(0);
    }
    return node;
  }
}
