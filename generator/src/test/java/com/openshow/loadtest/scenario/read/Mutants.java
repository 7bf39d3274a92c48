package com.openshow.loadtest.scenario.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Scenario files with something changed at random, from a seed: most of them wrong. */
final class Mutants {
  private static final ObjectMapper JSON = new ObjectMapper();
  // A surrogate without its other half is lost in UTF-8, but not as an escape.
  private static final ObjectMapper ESCAPED =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final List<String> HOSTILE =
      List.of(
          "${__P(x)}",
          "${__shell(id)}",
          "$",
          "{",
          "${",
          "../../etc/passwd",
          "..\\..",
          "<a>&\"'",
          "\uD83D\uDE00",
          "\r\nX-Injected: 1",
          "\u0000",
          "\uD800",
          "\uFFFE",
          "\u202Egpj.exe",
          "\u2028",
          "NaN",
          "]]>",
          "--",
          "\\${__P(x)}",
          "{id}${__P(x)}",
          "$.{__P(x)}",
          "$_{",
          "",
          " ",
          "all",
          "con",
          "a".repeat(5_000));
  private static final List<String> NUMBERS =
      List.of(
          "0",
          "-1",
          "1e999",
          "1e-999",
          "2147483648",
          "9".repeat(400),
          "0.1",
          "-0.0",
          "1e9",
          "2e2",
          "200.0",
          "1_000",
          "0x1F",
          ".5",
          "017",
          ".inf",
          "NaN",
          "-0",
          "9".repeat(2_000));
  private static final List<String> TOKENS =
      List.of(
          "{",
          "}",
          "[",
          "]",
          "\"",
          ",",
          ":",
          "null",
          "-1",
          "NaN",
          "${__P(x)}",
          "\r\n",
          "&a *a",
          "*a",
          "~",
          "!!binary ",
          "!!int ",
          "!!float ",
          "1_0",
          "\\ud800",
          "\\u0000",
          "\uFFFF",
          "- ",
          "? ",
          "---",
          "\t",
          "#",
          "|",
          ">");
  private static final int LARGE_OF = 2_500;

  private final Random random;

  Mutants(long seed) {
    random = new Random(seed);
  }

  /** A mutant of a file of JSON; of its YAML form when {@code isYaml}. Few are deep or large. */
  String of(String file, boolean isYaml) throws JsonProcessingException {
    if (random.nextInt(LARGE_OF) == 0) {
      return LargeMutants.of(file, isYaml, random);
    }
    if (random.nextInt(4) == 0) {
      return garbled(isYaml ? YAML.writeValueAsString(JSON.readTree(file)) : file);
    }
    JsonNode root = JSON.readTree(file);
    for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
      edit(root);
    }
    ObjectMapper json = random.nextBoolean() ? ESCAPED : JSON;
    return (isYaml ? YAML : json)
        .writeValueAsString(root)
        .replaceFirst("\"@number\"", pick(NUMBERS));
  }

  private void edit(JsonNode root) {
    List<JsonNode> places =
        places(root).filter(node -> !node.isEmpty()).collect(Collectors.toList());
    if (places.isEmpty()) {
      return;
    }
    JsonNode place = pick(places);
    if (place instanceof ArrayNode array) {
      int at = random.nextInt(array.size());
      switch (random.nextInt(4)) {
        case 0 -> array.remove(at);
        case 1 -> array.add(array.get(at).deepCopy());
        case 2 -> array.set(at, value(array.get(at)));
        default -> array.insert(0, array.remove(at));
      }
    } else if (place instanceof ObjectNode object) {
      List<String> keys = new ArrayList<>();
      object.fieldNames().forEachRemaining(keys::add);
      String key = pick(keys);
      switch (random.nextInt(5)) {
        case 0 -> object.remove(key);
        case 1 -> object.set(pick(HOSTILE), object.get(key).deepCopy());
        case 2 -> {
          String other = pick(keys);
          JsonNode before = object.get(other);
          object.set(other, object.get(key));
          object.set(key, before);
        }
        default -> object.set(key, value(object.get(key)));
      }
    }
  }

  private static Stream<JsonNode> places(JsonNode node) {
    List<JsonNode> children = new ArrayList<>();
    node.elements().forEachRemaining(children::add);
    return Stream.concat(
        node.isContainerNode() ? Stream.of(node) : Stream.empty(),
        children.stream().flatMap(Mutants::places));
  }

  private JsonNode value(JsonNode before) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    return switch (random.nextInt(8)) {
      case 0 -> nodes.nullNode();
      case 1 -> nodes.booleanNode(random.nextBoolean());
      case 2 -> nodes.textNode("@number");
      case 3 -> nodes.numberNode(random.nextInt(200) - 20);
      case 4 ->
          random.nextBoolean() ? nodes.arrayNode().add(before.deepCopy()) : nodes.objectNode();
      case 5 -> nodes.textNode(before.asText() + pick(HOSTILE));
      default -> nodes.textNode(pick(HOSTILE));
    };
  }

  private String garbled(String text) {
    StringBuilder mutant = new StringBuilder(text);
    for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
      int at = random.nextInt(mutant.length());
      int end = Math.min(mutant.length(), at + random.nextInt(12));
      switch (random.nextInt(5)) {
        case 0 -> mutant.setCharAt(at, (char) random.nextInt(0x300));
        case 3 -> repeatLine(mutant, at);
        case 1 -> mutant.delete(at, end);
        case 2 -> mutant.insert(at, pick(TOKENS));
        default -> mutant.insert(at, mutant.substring(at, end));
      }
    }
    return mutant.toString();
  }

  /** Most often a key that then stands there twice. */
  private static void repeatLine(StringBuilder text, int at) {
    int begin = text.lastIndexOf("\n", at) + 1;
    int end = text.indexOf("\n", at) + 1;
    if (end > begin) {
      text.insert(begin, text.substring(begin, end));
    }
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
