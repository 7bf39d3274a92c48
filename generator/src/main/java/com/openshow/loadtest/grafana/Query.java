package com.openshow.loadtest.grafana;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A query of a panel. */
final class Query {
  private static final int LETTERS = 26;

  private Query() {}

  /**
   * A query.
   *
   * @param number which of its panel's it is, from 0
   */
  static ObjectNode of(int number, String expression) {
    ObjectNode query = JsonNodeFactory.instance.objectNode();
    query.put("refId", refId(number));
    query.set("datasource", Datasource.reference());
    return query.put("editorMode", "code").put("expr", expression);
  }

  /** A, B, ... Z, AA, ... as Grafana counts. */
  private static String refId(int number) {
    String last = Character.toString('A' + number % LETTERS);
    return number < LETTERS ? last : refId(number / LETTERS - 1) + last;
  }
}
