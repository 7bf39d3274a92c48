package com.openshow.loadtest.jmeter;

import com.openshow.loadtest.data.UniqueDataException;
import com.openshow.loadtest.data.UniqueKind;
import com.openshow.loadtest.slo.measure.SampleKey;
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
public abstract class UniqueSampler extends AbstractSampler implements TestBean, UniqueElement {
  /** The property that says whether a sample appears in the results. */
  public static final String SHOW_SAMPLE = "showSample";

  /** The property that says whether a sample that appears counts in the statistics. */
  public static final String COUNTED = "counted";

  /** The property that stands in front of the variables' names; empty by default. */
  public static final String PREFIX = UniqueElement.PREFIX;

  /** The property that names the variable of the value itself; by default the type does. */
  public static final String VARIABLE = UniqueElement.VARIABLE;

  private final String key;
  private transient UniqueSpec spec;
  private transient boolean showSample;
  private transient boolean counted;

  /** Of a {@link UniqueKind#key}. */
  UniqueSampler(String key) {
    this.key = key;
    this.spec = new UniqueSpec(key);
  }

  /** Serialisation leaves transient fields empty. */
  protected Object readResolve() {
    spec = new UniqueSpec(key);
    return this;
  }

  @Override
  public final UniqueSpec spec() {
    return spec;
  }

  @Override
  public @Nullable SampleResult sample(@Nullable Entry entry) {
    SampleResult result = new SampleResult();
    result.setSampleLabel(getName());
    result.sampleStart();
    JMeterVariables variables = getThreadContext().getVariables();
    StringBuilder text = new StringBuilder();
    try {
      spec.draw(
          (name, value) -> {
            variables.put(name, value);
            if (showSample) {
              text.append(name).append('=').append(value).append('\n');
            }
          });
    } catch (UniqueDataException e) {
      return failed(result, e);
    }
    result.sampleEnd();
    if (!showSample) {
      // No result: making data is no request, and must not count as one in anybody's statistics.
      return null;
    }
    if (!counted) {
      // By the label, since that is all that results files tell of it.
      result.setSampleLabel(SampleKey.DATA_PREFIX + getName());
    }
    result.setSuccessful(true);
    result.setResponseCodeOK();
    result.setSamplerData("Unique data of the type " + spec.key());
    result.setDataType(SampleResult.TEXT);
    result.setResponseData(text.toString(), "UTF-8");
    return result;
  }

  /** Shown and counted in any case: the requests that follow would have no data of their own. */
  private SampleResult failed(SampleResult result, UniqueDataException e) {
    result.sampleEnd();
    result.setSuccessful(false);
    result.setResponseMessage(e.getMessage());
    DataStop.stop(getName(), e);
    return result;
  }

  /** What stands in front of the variables' names. */
  public String getPrefix() {
    return spec.prefix();
  }

  /** Sets what stands in front of the variables' names. */
  public void setPrefix(@Nullable String prefix) {
    spec.prefix(prefix);
  }

  /** The name of the value's own variable, whatever the prefix; empty for the type's. */
  public String getVariable() {
    return spec.variable();
  }

  /** Sets the name of the value's own variable. */
  public void setVariable(@Nullable String variable) {
    spec.variable(variable);
  }

  /** Whether a sample appears in the results. */
  public boolean isShowSample() {
    return showSample;
  }

  /** Sets whether a sample appears in the results. */
  public void setShowSample(boolean showSample) {
    this.showSample = showSample;
  }

  /** Whether a sample that appears counts in the statistics. */
  public boolean isCounted() {
    return counted;
  }

  /** Sets whether a sample that appears counts in the statistics. */
  public void setCounted(boolean counted) {
    this.counted = counted;
  }

  /** Always empty: the form has a place for examples. */
  public @Nullable String getPreview() {
    return null;
  }

  /** Does nothing: see {@link #getPreview}. */
  public void setPreview(@Nullable String preview) {
    // A property that could not be set would have no place in the form.
  }
}
