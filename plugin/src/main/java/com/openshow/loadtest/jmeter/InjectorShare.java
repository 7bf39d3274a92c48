package com.openshow.loadtest.jmeter;

import java.util.Collection;
import java.util.List;
import org.apache.jmeter.engine.util.CompoundVariable;
import org.apache.jmeter.functions.AbstractFunction;
import org.apache.jmeter.functions.InvalidVariableException;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.samplers.Sampler;
import org.jspecify.annotations.Nullable;

/**
 * The function {@code ${__injectorShare(150)}}: this injector's part of a number of virtual users,
 * so that the parts of all injectors add up to it.
 */
public final class InjectorShare extends AbstractFunction {
  private static final String KEY = "__injectorShare";

  private List<CompoundVariable> parameters = List.of();

  @Override
  public String execute(@Nullable SampleResult previous, @Nullable Sampler current)
      throws InvalidVariableException {
    String whole = parameters.get(0).execute().trim();
    try {
      return Integer.toString(Injectors.current().share(Integer.parseInt(whole)));
    } catch (IllegalArgumentException e) {
      throw new InvalidVariableException(KEY + "(" + whole + "): " + e.getMessage(), e);
    }
  }

  @Override
  public void setParameters(Collection<CompoundVariable> parameters)
      throws InvalidVariableException {
    checkParameterCount(parameters, 1);
    this.parameters = List.copyOf(parameters);
  }

  @Override
  public String getReferenceKey() {
    return KEY;
  }

  @Override
  public List<String> getArgumentDesc() {
    return List.of("How many virtual users all injectors have together");
  }
}
