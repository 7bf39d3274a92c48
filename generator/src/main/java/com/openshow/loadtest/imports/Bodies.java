package com.openshow.loadtest.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.openshow.loadtest.imports.DraftEndpoint.DraftBody;
import com.openshow.loadtest.scenario.HttpMethod;
import java.util.Locale;
import java.util.Optional;

/** Bodies as the language can say them: no secret, no accidental variable, not too large. */
final class Bodies {
  private static final int MOST_CHARACTERS = 64 * 1024;
  private static final int DEEPEST = 30;

  private final Secrets secrets;
  private final Notes notes;

  Bodies(Secrets secrets, Notes notes) {
    this.secrets = secrets;
    this.notes = notes;
  }

  /** The body; empty, with a warning, when it cannot be said. */
  Optional<DraftBody> of(HttpMethod method, String label, JsonNode body) {
    if (!fits(body, DEEPEST) || body.toString().length() > MOST_CHARACTERS) {
      notes.warn(label + ": its body is too large or too deep, and was left out");
      return Optional.empty();
    }
    Masks masks = new Masks(secrets);
    JsonNode masked = masks.mask(body);
    if (!masks.names().isEmpty()) {
      notes.warn(
          label + ": made-up values stand for the secrets in " + String.join(", ", masks.names()));
    }
    JsonNode plain = plain(masked);
    if (!plain.equals(masked)) {
      notes.warn(label + ": texts in its body that would be variables got blanks, as in { id }");
    }
    return Optional.of(withUniqueEmail(method, plain));
  }

  private static boolean fits(JsonNode node, int levels) {
    if (levels == 0) {
      return !node.isContainerNode();
    }
    for (JsonNode child : node) {
      if (!fits(child, levels - 1)) {
        return false;
      }
    }
    return true;
  }

  private static JsonNode plain(JsonNode node) {
    if (node.isObject()) {
      ObjectNode plain = JsonNodeFactory.instance.objectNode();
      node.properties()
          .forEach(
              member -> plain.set(Plain.noVariable(member.getKey()), plain(member.getValue())));
      // {"var": "name"} would be a variable too; a blank more is the least harm.
      return plain.size() == 1 && plain.path("var").isTextual()
          ? JsonNodeFactory.instance.objectNode().set("var ", plain.get("var"))
          : plain;
    }
    if (node.isArray()) {
      ArrayNode plain = JsonNodeFactory.instance.arrayNode();
      node.forEach(element -> plain.add(plain(element)));
      return plain;
    }
    return node.isTextual() ? TextNode.valueOf(Plain.noVariable(node.textValue())) : node;
  }

  /** What creates something for an e-mail address wants another one each time. */
  private static DraftBody withUniqueEmail(HttpMethod method, JsonNode body) {
    if (method != HttpMethod.POST || !body.isObject()) {
      return new DraftBody(body, false);
    }
    ObjectNode unique = JsonNodeFactory.instance.objectNode();
    body.properties()
        .forEach(
            member -> {
              boolean email =
                  member.getKey().toLowerCase(Locale.ROOT).contains("email")
                      && member.getValue().asText().matches("[^@\\s]+@[^@\\s]+");
              unique.set(member.getKey(), email ? TextNode.valueOf("{email}") : member.getValue());
            });
    return new DraftBody(unique, !unique.equals(body));
  }
}
