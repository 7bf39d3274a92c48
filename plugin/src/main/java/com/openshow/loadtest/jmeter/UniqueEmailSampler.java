package com.openshow.loadtest.jmeter;

import com.openshow.loadtest.data.UniqueOption;
import org.jspecify.annotations.Nullable;

/** The sampler of e-mail addresses: {@code ${email}}. */
public final class UniqueEmailSampler extends UniqueSampler {
  /** Called by JMeter. */
  public UniqueEmailSampler() {
    super("email");
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
}
