package com.openshow.loadtest.jmeter;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.jmeter.engine.util.CompoundVariable;
import org.apache.jmeter.functions.AbstractFunction;
import org.apache.jmeter.functions.InvalidVariableException;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.samplers.Sampler;
import org.jspecify.annotations.Nullable;

/**
 * The function {@code ${__oneOf(first,second,...)}}: one of its arguments, each as likely as the
 * others, at every evaluation. The others are not evaluated.
 */
public final class OneOf extends AbstractFunction {
  private List<CompoundVariable> parameters = List.of();

  @Override
  public String execute(@Nullable SampleResult previous, @Nullable Sampler current) {
    return parameters.get(ThreadLocalRandom.current().nextInt(parameters.size())).execute();
  }

  @Override
  public void setParameters(Collection<CompoundVariable> parameters)
      throws InvalidVariableException {
    checkMinParameterCount(parameters, 1);
    this.parameters = List.copyOf(parameters);
  }

  @Override
  public String getReferenceKey() {
    return "__oneOf";
  }

  @Override
  public List<String> getArgumentDesc() {
    return List.of("A text", "Another text, and so on (optional)");
  }
}
