package com.openshow.loadtest.jmeter;

import com.openshow.loadtest.data.UniqueOption;

/**
 * The function {@code ${__uniquePattern(pattern,maxLength,variable)}}: a text with placeholders,
 * such as {@code INV-{yyyy}-{seq:8}}.
 */
public final class UniquePatternFunction extends UniqueFunction {
  /** Called by JMeter. */
  public UniquePatternFunction() {
    super("__uniquePattern", "pattern", UniqueOption.PATTERN, UniqueOption.MAX_LENGTH);
  }
}
