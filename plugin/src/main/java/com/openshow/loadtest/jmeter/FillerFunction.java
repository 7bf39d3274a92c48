package com.openshow.loadtest.jmeter;

import com.openshow.loadtest.feed.FieldForms;
import com.openshow.loadtest.filler.Filler;
import java.util.Collection;
import java.util.List;
import org.apache.jmeter.engine.util.CompoundVariable;
import org.apache.jmeter.functions.AbstractFunction;
import org.apache.jmeter.functions.InvalidVariableException;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.samplers.Sampler;
import org.apache.jmeter.threads.JMeterContextService;
import org.apache.jmeter.threads.JMeterVariables;
import org.jspecify.annotations.Nullable;

/**
 * The function {@code ${__filler(Name.fullName,locale,max_length,variable)}}: realistic text that
 * need not be unique. A variable {@code x} gets the text, {@code x.json} what it is inside a JSON
 * string, and {@code x.segment} in a path.
 */
public final class FillerFunction extends AbstractFunction {
  private static final String KEY = "__filler";

  private List<CompoundVariable> arguments = List.of();

  // One function serves all threads.
  private volatile @Nullable Known known;

  /** Filler, and what said it. */
  private record Known(List<String> texts, Filler filler) {}

  @Override
  public String execute(@Nullable SampleResult previous, @Nullable Sampler current)
      throws InvalidVariableException {
    List<String> texts = arguments.stream().map(argument -> argument.execute().trim()).toList();
    String text;
    try {
      text = FillerRun.current().next(filler(texts));
    } catch (IllegalArgumentException e) {
      DataStop.stop(KEY, e);
      throw new InvalidVariableException(KEY + ": " + e.getMessage(), e);
    }
    store(at(texts, 3), text);
    return text;
  }

  private Filler filler(List<String> texts) {
    Known before = known;
    if (before != null && before.texts.equals(texts)) {
      return before.filler;
    }
    Filler filler = Filler.of(at(texts, 0), at(texts, 1), at(texts, 2));
    known = new Known(texts, filler);
    return filler;
  }

  private static String at(List<String> texts, int index) {
    return index < texts.size() ? texts.get(index) : "";
  }

  private static void store(String variable, String text) {
    JMeterVariables variables = JMeterContextService.getContext().getVariables();
    if (variables != null && !variable.isEmpty()) {
      variables.put(variable, text);
      variables.put(variable + FieldForms.JSON_SUFFIX, FieldForms.json(text));
      variables.put(variable + FieldForms.SEGMENT_SUFFIX, FieldForms.segment(text));
    }
  }

  @Override
  public void setParameters(Collection<CompoundVariable> parameters)
      throws InvalidVariableException {
    checkParameterCount(parameters, 1, 4);
    arguments = List.copyOf(parameters);
  }

  @Override
  public String getReferenceKey() {
    return KEY;
  }

  @Override
  public List<String> getArgumentDesc() {
    return List.of(
        "Datafaker's method, such as Name.fullName, or a text with #{Name.fullName}",
        "Locale, such as de or pt-BR (optional; en)",
        "Maximum length; the rest is cut off (optional; 255)",
        "Name of a variable in which to store the text (optional); .json and .segment behind it"
            + " name the text as it is in JSON and in a path");
  }
}
