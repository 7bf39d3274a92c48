package com.openshow.loadtest.jmeter;

import com.openshow.loadtest.data.UniqueOption;

/** The function {@code ${__uniqueId(format,variable)}}: a UUID, a ULID or a whole number. */
public final class UniqueIdFunction extends UniqueFunction {
  /** Called by JMeter. */
  public UniqueIdFunction() {
    super("__uniqueId", "id", UniqueOption.FORMAT);
  }
}
