package com.openshow.loadtest.jmeter;

import com.openshow.loadtest.data.UniqueOption;
import org.jspecify.annotations.Nullable;

/**
 * The sampler of projects: {@code ${project_title}}, {@code ${project_description}} and {@code
 * ${project_tag}}.
 */
public final class UniqueProjectSampler extends UniqueSampler {
  /** Called by JMeter. */
  public UniqueProjectSampler() {
    super("project");
  }

  /** How many characters the value may have; empty for the type's own. */
  public String getMaxLength() {
    return spec().option(UniqueOption.MAX_LENGTH);
  }

  /** Sets how many characters the value may have. */
  public void setMaxLength(@Nullable String maxLength) {
    spec().option(UniqueOption.MAX_LENGTH, maxLength);
  }
}
