package com.openshow.loadtest.jmeter;

import com.openshow.loadtest.data.UniqueOption;

/** The function {@code ${__uniqueUsername(maxLength,variable)}}: a user's name. */
public final class UniqueUsernameFunction extends UniqueFunction {
  /** Called by JMeter. */
  public UniqueUsernameFunction() {
    super("__uniqueUsername", "username", UniqueOption.MAX_LENGTH);
  }
}
