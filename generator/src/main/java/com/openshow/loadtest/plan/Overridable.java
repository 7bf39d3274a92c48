package com.openshow.loadtest.plan;

import com.openshow.loadtest.scenario.PropertyName;
import com.openshow.loadtest.scenario.Request;
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

  /** The request's own property {@code name.scenario.request}, else a value. */
  static String property(Scenario scenario, Request request, String name, String value) {
    return property(name + "." + scenario.name() + "." + PropertyName.of(request.label()), value);
  }
}
