package com.openshow.loadtest.plan;

import com.openshow.loadtest.scenario.Endpoint;
import com.openshow.loadtest.scenario.PropertyName;
import com.openshow.loadtest.scenario.Scenario;

/**
 * The numbers of a plan as JMeter expressions: each can be overridden with {@code -Jname=value}.
 * The names are documented in {@code documentation/reference/properties.md}.
 */
final class Overridable {
  private Overridable() {}

  /** {@code ${__P(name,value)}}. */
  static String property(String name, String value) {
    return "${__P(" + name + "," + value + ")}";
  }

  /** The scenario's own property {@code name.scenario}, else {@code name} for all, else a value. */
  static String property(Scenario scenario, String name, String value) {
    return property(name + "." + scenario.name(), property(name, value));
  }

  /** The endpoint's own property {@code name.scenario.endpoint}, else a value. */
  static String property(Scenario scenario, Endpoint endpoint, String name, String value) {
    return property(name + "." + scenario.name() + "." + PropertyName.of(endpoint.label()), value);
  }
}
