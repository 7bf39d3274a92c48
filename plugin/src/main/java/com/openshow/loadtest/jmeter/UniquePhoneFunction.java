package com.openshow.loadtest.jmeter;

import com.openshow.loadtest.data.UniqueOption;

/**
 * The function {@code ${__uniquePhone(range,variable)}}: a telephone number that is reserved for
 * fiction.
 */
public final class UniquePhoneFunction extends UniqueFunction {
  /** Called by JMeter. */
  public UniquePhoneFunction() {
    super("__uniquePhone", "phone", UniqueOption.RANGE);
  }
}
