package com.openshow.loadtest.jmeter;

import com.openshow.loadtest.data.UniqueKind;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jmeter.samplers.AbstractSampler;
import org.apache.jmeter.samplers.Entry;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.testbeans.TestBean;
import org.apache.jmeter.threads.JMeterVariables;
import org.jspecify.annotations.Nullable;

/**
 * Writes a value that no thread, injector or run has had before into variables, for the requests
 * that follow in the same iteration.
 */
public final class UniqueDataSampler extends AbstractSampler implements TestBean {
  /** The property that holds the {@link UniqueKind#key}. */
  public static final String TYPE = "type";

  /** The property that says whether a sample appears in the results; off by default. */
  public static final String SHOW_SAMPLE = "showSample";

  /** The property that stands in front of the variables' names; empty by default. */
  public static final String PREFIX = "prefix";

  private transient String type = "email";
  private transient boolean showSample;
  private transient String prefix = "";

  @Override
  public @Nullable SampleResult sample(@Nullable Entry entry) {
    SampleResult result = new SampleResult();
    result.setSampleLabel(getName());
    result.sampleStart();
    JMeterVariables variables = getThreadContext().getVariables();
    Map<String, String> values = new TreeMap<>();
    UniqueRun.current()
        .source(UniqueKind.read(type, Map.of()))
        .next((name, value) -> values.put(prefix + name, value));
    values.forEach(variables::put);
    result.sampleEnd();
    if (!showSample) {
      // No result: making data is no request, and must not count as one in anybody's statistics.
      return null;
    }
    result.setSuccessful(true);
    result.setResponseCodeOK();
    result.setDataType(SampleResult.TEXT);
    result.setResponseData(lines(values), "UTF-8");
    return result;
  }

  private static String lines(Map<String, String> values) {
    StringBuilder text = new StringBuilder();
    new TreeMap<>(values)
        .forEach((name, value) -> text.append(name).append('=').append(value).append('\n'));
    return text.toString();
  }

  /** The {@link UniqueKind#key}. */
  public String getType() {
    return type;
  }

  /** Sets the {@link UniqueKind#key}. */
  public void setType(String type) {
    this.type = type;
  }

  /** What stands in front of the variables' names. */
  public String getPrefix() {
    return prefix;
  }

  /** Sets what stands in front of the variables' names. */
  public void setPrefix(String prefix) {
    this.prefix = prefix;
  }

  /** Whether a sample appears in the results. */
  public boolean isShowSample() {
    return showSample;
  }

  /** Sets whether a sample appears in the results. */
  public void setShowSample(boolean showSample) {
    this.showSample = showSample;
  }
}
