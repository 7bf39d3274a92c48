package com.openshow.loadtest.jmeter;

import com.openshow.loadtest.data.UniqueDataException;
import com.openshow.loadtest.data.UniqueKind;
import com.openshow.loadtest.data.UniqueOption;
import org.apache.jmeter.config.ConfigElement;
import org.apache.jmeter.engine.event.LoopIterationEvent;
import org.apache.jmeter.engine.event.LoopIterationListener;
import org.apache.jmeter.testbeans.TestBean;
import org.apache.jmeter.testelement.AbstractTestElement;
import org.apache.jmeter.threads.JMeterContextService;
import org.apache.jmeter.threads.JMeterVariables;
import org.jspecify.annotations.Nullable;

/**
 * Writes a new value of unique data into variables at the beginning of each iteration of the
 * controller or thread group in which it stands.
 */
public final class UniqueVariables extends AbstractTestElement
    // Not a ConfigTestElement: JMeter would fill empty properties of samplers with those of this.
    implements ConfigElement, LoopIterationListener, TestBean, UniqueElement {
  /** The property that holds the {@link UniqueKind#key}. */
  public static final String TYPE = "type";

  private transient UniqueSpec spec = new UniqueSpec("email");

  @Override
  public UniqueSpec spec() {
    return spec;
  }

  @Override
  public void iterationStart(LoopIterationEvent event) {
    JMeterVariables variables = JMeterContextService.getContext().getVariables();
    try {
      spec.draw(variables::put);
    } catch (UniqueDataException e) {
      DataStop.stop(getName(), e);
    }
  }

  @Override
  public void addConfigElement(ConfigElement config) {
    // Nothing is taken from others.
  }

  @Override
  public boolean expectsModification() {
    return false;
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

  /** Always empty: the form has a place for examples. */
  public @Nullable String getPreview() {
    return null;
  }

  /** Does nothing: see {@link #getPreview}. */
  public void setPreview(@Nullable String preview) {
    // A property that could not be set would have no place in the form.
  }

  /** The {@link UniqueKind#key}. */
  public String getType() {
    return spec().key();
  }

  /** Sets the {@link UniqueKind#key}. */
  public void setType(@Nullable String type) {
    spec().key(type);
  }

  /** The domain of addresses; empty for the type's own. */
  public String getDomain() {
    return spec().option(UniqueOption.DOMAIN);
  }

  /** Sets the domain of addresses. */
  public void setDomain(@Nullable String domain) {
    spec().option(UniqueOption.DOMAIN, domain);
  }

  /** Whether the domain need not be reserved. */
  public boolean isOwnDomain() {
    return spec().flag(UniqueOption.OWN_DOMAIN);
  }

  /** Sets whether the domain need not be reserved. */
  public void setOwnDomain(boolean ownDomain) {
    spec().flag(UniqueOption.OWN_DOMAIN, ownDomain);
  }

  /** How many characters the value may have; empty for the type's own. */
  public String getMaxLength() {
    return spec().option(UniqueOption.MAX_LENGTH);
  }

  /** Sets how many characters the value may have. */
  public void setMaxLength(@Nullable String maxLength) {
    spec().option(UniqueOption.MAX_LENGTH, maxLength);
  }

  /** Which form an identifier has; empty for the type's own. */
  public String getFormat() {
    return spec().option(UniqueOption.FORMAT);
  }

  /** Sets which form an identifier has. */
  public void setFormat(@Nullable String format) {
    spec().option(UniqueOption.FORMAT, format);
  }

  /** Out of which numbers a telephone number is; empty for the type's own. */
  public String getRange() {
    return spec().option(UniqueOption.RANGE);
  }

  /** Sets out of which numbers a telephone number is. */
  public void setRange(@Nullable String range) {
    spec().option(UniqueOption.RANGE, range);
  }

  /** A text with placeholders; empty for the type's own. */
  public String getPattern() {
    return spec().option(UniqueOption.PATTERN);
  }

  /** Sets a text with placeholders. */
  public void setPattern(@Nullable String pattern) {
    spec().option(UniqueOption.PATTERN, pattern);
  }

  /** Serialisation leaves transient fields empty. */
  private Object readResolve() {
    spec = new UniqueSpec("email");
    return this;
  }
}
