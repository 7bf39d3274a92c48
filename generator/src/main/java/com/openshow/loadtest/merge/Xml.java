package com.openshow.loadtest.merge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An XML element: a test element, a property, or a value in one.
 *
 * @param tag its name
 * @param attributes its attributes, in order
 * @param children the elements in it
 * @param text the text in it; empty where it has children
 */
record Xml(String tag, Map<String, String> attributes, List<Xml> children, String text) {
  private static final String COMMENT = "TestPlan.comments";

  Xml {
    attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    children = List.copyOf(children);
  }

  /** The attribute's value, or nothing. */
  String attribute(String name) {
    return attributes.getOrDefault(name, "");
  }

  /** The test element's comment, or nothing. */
  String comment() {
    return children.stream().filter(Xml::isComment).map(Xml::text).findFirst().orElse("");
  }

  /** Whether this is the property that holds a test element's comment. */
  boolean isComment() {
    return attribute("name").equals(COMMENT);
  }

  /** The same test element without its comment. */
  Xml withoutComment() {
    List<Xml> others = children.stream().filter(child -> !child.isComment()).toList();
    return new Xml(tag, attributes, others, text);
  }

  /** Its children by what tells one from the other: their names; else their texts and numbers. */
  Map<String, Xml> byKey() {
    Map<String, Xml> keyed = new LinkedHashMap<>();
    for (Xml child : children) {
      String key = child.key();
      String unique = key;
      for (int i = 2; keyed.containsKey(unique); i++) {
        unique = key + " (" + i + ")";
      }
      keyed.put(unique, child);
    }
    return keyed;
  }

  private String key() {
    return tag.equals("stringProp") && isNamedByHash()
        ? text
        : attributes.getOrDefault("name", tag);
  }

  /** Whether it is a value in a collection: its name is a hash code, which says nothing. */
  private boolean isNamedByHash() {
    return attribute("name").matches("-?[0-9]+");
  }

  /** The attributes that mean something. */
  private Map<String, String> meaning() {
    if (!isNamedByHash()) {
      return attributes;
    }
    Map<String, String> others = new LinkedHashMap<>(attributes);
    others.remove("name");
    return others;
  }

  /** Whether its children are told apart by name: a test element, or a property that holds one. */
  boolean hasNamedChildren() {
    return tag.equals("elementProp") || attributes.containsKey("testclass");
  }

  /** Whether its children are a list. */
  boolean isList() {
    return tag.equals("collectionProp");
  }

  /** Whether both say the same; the order of a test element's properties says nothing. */
  static boolean same(@Nullable Xml a, @Nullable Xml b) {
    if (a == null || b == null) {
      return a == null && b == null;
    }
    if (!a.tag.equals(b.tag) || !a.meaning().equals(b.meaning())) {
      return false;
    }
    // JMeter's GUI ends the lines of a request's body in its own way.
    if (!a.text.replace("\r\n", "\n").equals(b.text.replace("\r\n", "\n"))) {
      return false;
    }
    if (a.children.size() != b.children.size()) {
      return false;
    }
    if (a.hasNamedChildren()) {
      Map<String, Xml> others = b.byKey();
      return a.byKey().entrySet().stream()
          .allMatch(child -> same(child.getValue(), others.get(child.getKey())));
    }
    List<Xml> others = new ArrayList<>(b.children);
    return a.children.stream().allMatch(child -> same(child, others.remove(0)));
  }

  /** The value as a message shows it: its text, or all texts in it. */
  String shown() {
    return children.isEmpty()
        ? text
        : "[" + String.join(", ", children.stream().map(Xml::shown).toList()) + "]";
  }
}
