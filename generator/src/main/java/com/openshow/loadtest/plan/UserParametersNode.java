package com.openshow.loadtest.plan;

import java.util.List;
import java.util.Map;
import org.apache.jmeter.modifiers.UserParameters;
import org.apache.jmeter.modifiers.gui.UserParametersGui;
import org.apache.jmeter.testelement.property.CollectionProperty;

/** Stock JMeter's way to set variables without a sample. */
final class UserParametersNode {
  private UserParametersNode() {}

  /** Sets the variables, in order, before every request in its scope. */
  static Node beforeEachRequest(String name, String comment, Map<String, String> values) {
    return node(name, comment, values, false);
  }

  /** Sets the variables, in order, whenever the controller it stands in begins. */
  static Node whenTheControllerBegins(String name, String comment, Map<String, String> values) {
    return node(name, comment, values, true);
  }

  private static Node node(
      String name, String comment, Map<String, String> values, boolean perIteration) {
    UserParameters parameters = new UserParameters();
    parameters.setNames(List.copyOf(values.keySet()));
    // One list of values: the same expressions for every thread.
    parameters.setThreadLists(
        new CollectionProperty(
            UserParameters.THREAD_VALUES, List.of(List.copyOf(values.values()))));
    parameters.setPerIteration(perIteration);
    return Node.of(parameters, name, comment, UserParametersGui.class);
  }
}
