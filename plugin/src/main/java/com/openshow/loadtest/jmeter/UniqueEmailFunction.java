package com.openshow.loadtest.jmeter;

import com.openshow.loadtest.data.UniqueOption;

/** The function {@code ${__uniqueEmail(domain,maxLength,variable)}}: an e-mail address. */
public final class UniqueEmailFunction extends UniqueFunction {
  /** Called by JMeter. */
  public UniqueEmailFunction() {
    super("__uniqueEmail", "email", UniqueOption.DOMAIN, UniqueOption.MAX_LENGTH);
  }
}
