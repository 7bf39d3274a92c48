package com.openshow.loadtest.jmeter;

import com.openshow.loadtest.data.UniqueOption;

/** The function {@code ${__uniqueProject(maxLength,variable)}}: the title of a project. */
public final class UniqueProjectFunction extends UniqueFunction {
  /** Called by JMeter. */
  public UniqueProjectFunction() {
    super("__uniqueProject", "project", UniqueOption.MAX_LENGTH);
  }
}
