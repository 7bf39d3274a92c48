package com.openshow.loadtest.grafana;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The Prometheus that is asked: a variable, so that no dashboard is bound to one of them. */
final class Datasource {
  /** The variable's name, which dashboards exported by Grafana have for it, too. */
  static final String VARIABLE = "DS_PROMETHEUS";

  private Datasource() {}

  static ObjectNode reference() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("type", "prometheus")
        .put("uid", "${" + VARIABLE + "}");
  }
}
