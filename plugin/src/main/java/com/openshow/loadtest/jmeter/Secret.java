package com.openshow.loadtest.jmeter;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.jmeter.engine.util.CompoundVariable;
import org.apache.jmeter.functions.AbstractFunction;
import org.apache.jmeter.functions.InvalidVariableException;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.samplers.Sampler;
import org.apache.jmeter.util.JMeterUtils;
import org.jspecify.annotations.Nullable;

/**
 * The function {@code ${__secret(property,ENVIRONMENT_VARIABLE,otherwise)}}: what must never stand
 * in a plan, from a JMeter property, else from the environment, else the third argument.
 */
public final class Secret extends AbstractFunction {
  private static final String KEY = "__secret";

  private List<CompoundVariable> parameters = List.of();

  @Override
  public String execute(@Nullable SampleResult previous, @Nullable Sampler current) {
    String property = JMeterUtils.getProperty(parameters.get(0).execute().trim());
    return value(
        property,
        parameters.size() > 1 ? parameters.get(1).execute().trim() : "",
        System.getenv(),
        parameters.size() > 2 ? parameters.get(2).execute() : "");
  }

  static String value(
      @Nullable String property, String variable, Map<String, String> environment, String other) {
    if (property != null && !property.isEmpty()) {
      return property;
    }
    String value = environment.getOrDefault(variable, "");
    return value.isEmpty() ? other : value;
  }

  @Override
  public void setParameters(Collection<CompoundVariable> parameters)
      throws InvalidVariableException {
    checkParameterCount(parameters, 1, 3);
    this.parameters = List.copyOf(parameters);
  }

  @Override
  public String getReferenceKey() {
    return KEY;
  }

  @Override
  public List<String> getArgumentDesc() {
    return List.of(
        "Name of the JMeter property",
        "Name of the environment variable (optional)",
        "Value when neither is set (optional)");
  }
}
