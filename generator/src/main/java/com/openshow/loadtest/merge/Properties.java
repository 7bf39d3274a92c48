package com.openshow.loadtest.merge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Merges the properties of one test element. */
final class Properties {
  private final String where;
  private final Prefer winner;
  private final Consumer<Conflict> conflicts;

  Properties(String where, Prefer winner, Consumer<Conflict> conflicts) {
    this.where = where;
    this.winner = winner;
    this.conflicts = conflicts;
  }

  /** The element with what either side changed. */
  Xml merge(Xml base, Xml plan, Xml scenarios) {
    return merge("", base, plan, scenarios);
  }

  private Xml merge(String path, Xml base, Xml plan, Xml scenarios) {
    Map<String, Xml> before = base.byKey();
    Map<String, Xml> there = plan.byKey();
    Map<String, Xml> here = scenarios.byKey();
    Map<String, Xml> merged = new LinkedHashMap<>();
    for (String key : all(before, there, here)) {
      String below = path.isEmpty() ? key : path + " > " + key;
      Xml child = value(below, before.get(key), there.get(key), here.get(key));
      if (child != null) {
        merged.put(key, child);
      }
    }
    List<Xml> children =
        Orders.merge(keys(before, merged), keys(there, merged), keys(here, merged), winner).stream()
            .map(merged::get)
            .map(Objects::requireNonNull)
            .toList();
    Map<String, String> attributes =
        attributes(path, base.attributes(), plan.attributes(), scenarios.attributes());
    return new Xml(scenarios.tag(), attributes, children, "");
  }

  private @Nullable Xml value(
      String path, @Nullable Xml before, @Nullable Xml there, @Nullable Xml here) {
    if (Xml.same(before, there)) {
      return here;
    }
    if (Xml.same(before, here) || Xml.same(there, here)) {
      return there;
    }
    if (there != null && here != null && there.tag().equals(here.tag())) {
      if (there.isComment()) {
        return comment(before, there, here);
      }
      if (there.hasNamedChildren() || there.isList()) {
        Xml empty = new Xml(here.tag(), Map.of(), List.of(), "");
        return merge(path, before == null ? empty : before, there, here);
      }
    }
    conflicts.accept(
        new Conflict(
            where, path, "said " + shown(before), "says " + shown(there), "says " + shown(here)));
    return winner == Prefer.PLAN ? there : here;
  }

  /** A person's comment stays; where it still holds the generated one, that is kept up to date. */
  private static Xml comment(@Nullable Xml before, Xml there, Xml here) {
    String text =
        before == null || before.text().isEmpty()
            ? there.text()
            : there.text().replace(before.text(), here.text());
    return new Xml(there.tag(), there.attributes(), List.of(), text);
  }

  private Map<String, String> attributes(
      String path,
      Map<String, String> before,
      Map<String, String> there,
      Map<String, String> here) {
    Map<String, String> merged = new LinkedHashMap<>();
    for (String name : all(here, there, before)) {
      String was = before.get(name);
      String inPlan = there.get(name);
      String inScenarios = here.get(name);
      String value = Objects.equals(was, inPlan) ? inScenarios : inPlan;
      boolean bothChanged =
          !Objects.equals(was, inPlan)
              && !Objects.equals(was, inScenarios)
              && !Objects.equals(inPlan, inScenarios);
      if (bothChanged) {
        String property = path.isEmpty() ? name : path + " > " + name;
        conflicts.accept(
            new Conflict(
                where,
                property,
                "said " + quoted(was),
                "says " + quoted(inPlan),
                "says " + quoted(inScenarios)));
        value = winner == Prefer.PLAN ? inPlan : inScenarios;
      }
      if (value != null) {
        merged.put(name, value);
      }
    }
    return merged;
  }

  private static Set<String> all(Map<String, ?> a, Map<String, ?> b, Map<String, ?> c) {
    Set<String> keys = new LinkedHashSet<>(a.keySet());
    keys.addAll(b.keySet());
    keys.addAll(c.keySet());
    return keys;
  }

  private static List<String> keys(Map<String, ?> side, Map<String, ?> wanted) {
    List<String> keys = new ArrayList<>(side.keySet());
    keys.retainAll(wanted.keySet());
    return keys;
  }

  private static String shown(@Nullable Xml value) {
    return quoted(value == null ? null : value.shown());
  }

  private static String quoted(@Nullable String value) {
    return value == null ? "nothing" : "\"" + value + "\"";
  }
}
