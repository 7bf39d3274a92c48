package com.openshow.loadtest.jmeter;

import com.openshow.loadtest.data.UniqueData;
import com.openshow.loadtest.data.UniqueDataException;
import com.openshow.loadtest.data.UniqueKind;
import com.openshow.loadtest.data.UniqueOption;
import com.openshow.loadtest.data.UniqueSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jmeter.engine.util.CompoundVariable;
import org.apache.jmeter.functions.AbstractFunction;
import org.apache.jmeter.functions.InvalidVariableException;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.samplers.Sampler;
import org.apache.jmeter.threads.JMeterContextService;
import org.apache.jmeter.threads.JMeterVariables;
import org.jspecify.annotations.Nullable;

/**
 * A function that gives a new value of unique data at each call: {@code ${__uniqueEmail}}. Its
 * arguments are options of the type, which may be empty, and last the name of a variable that gets
 * the value too.
 */
public abstract class UniqueFunction extends AbstractFunction {
  private final String key;
  private final UniqueKind kind;
  private final List<UniqueOption> options;

  private List<CompoundVariable> arguments = List.of();
  private List<String> constants = List.of();
  private boolean isConstant = true;

  // One function serves all threads.
  private volatile @Nullable Bound bound;

  /** A source, and what it was asked for. */
  private record Bound(UniqueData run, List<String> texts, UniqueSource source) {}

  /** Of a {@link UniqueKind#key}, with these options in their order. */
  UniqueFunction(String key, String kind, UniqueOption... options) {
    this.key = key;
    this.kind = UniqueKind.of(kind).orElseThrow();
    this.options = List.of(options);
  }

  @Override
  public String execute(@Nullable SampleResult previous, @Nullable Sampler current)
      throws InvalidVariableException {
    List<String> texts = isConstant ? constants : texts();
    String value;
    try {
      value = source(texts).next();
    } catch (UniqueDataException e) {
      DataStop.stop(key, e);
      throw new InvalidVariableException(key + ": " + e.getMessage(), e);
    }
    if (texts.size() > options.size()) {
      store(texts.get(options.size()), value);
    }
    return value;
  }

  private static void store(String variable, String value) {
    JMeterVariables variables = JMeterContextService.getContext().getVariables();
    if (variables != null && !variable.isEmpty()) {
      variables.put(variable, value);
    }
  }

  private UniqueSource source(List<String> texts) {
    UniqueData run = UniqueRun.current();
    Bound known = bound;
    if (known != null && known.run == run && (isConstant || known.texts.equals(texts))) {
      return known.source;
    }
    Map<String, String> given = new HashMap<>();
    for (int i = 0; i < Math.min(options.size(), texts.size()); i++) {
      given.put(options.get(i).key(), texts.get(i));
    }
    UniqueSource source = run.source(kind.read(given));
    bound = new Bound(run, texts, source);
    return source;
  }

  private List<String> texts() {
    List<String> texts = new ArrayList<>(arguments.size());
    for (CompoundVariable argument : arguments) {
      texts.add(argument.execute().trim());
    }
    return texts;
  }

  @Override
  public void setParameters(Collection<CompoundVariable> parameters)
      throws InvalidVariableException {
    checkParameterCount(parameters, 0, options.size() + 1);
    arguments = List.copyOf(parameters);
    isConstant = arguments.stream().noneMatch(CompoundVariable::hasFunction);
    constants = isConstant ? List.copyOf(texts()) : List.of();
  }

  @Override
  public String getReferenceKey() {
    return key;
  }

  @Override
  public List<String> getArgumentDesc() {
    List<String> lines = new ArrayList<>();
    options.forEach(option -> lines.add(describe(option)));
    lines.add("Name of a variable in which to store the value (optional)");
    return lines;
  }

  private static String describe(UniqueOption option) {
    return switch (option) {
      case DOMAIN -> "Domain, of the reserved names (optional; example.com)";
      case OWN_DOMAIN -> "true: the domain is our own, and need not be reserved (optional)";
      case MAX_LENGTH -> "Maximum length, so that it fits into a column (optional)";
      case FORMAT -> "Format: uuid, ulid or sequence (optional; uuid)";
      case RANGE -> "Range: a country such as us, or such as +4915199#### (optional; all)";
      case PATTERN -> "Pattern, such as INV-{yyyy}-{seq:8}";
    };
  }
}
