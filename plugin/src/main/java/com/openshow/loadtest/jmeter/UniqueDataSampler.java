package com.openshow.loadtest.jmeter;

import com.openshow.loadtest.data.UniqueKind;
import com.openshow.loadtest.data.UniqueOption;
import org.jspecify.annotations.Nullable;

/** The sampler of every type of unique data; its options are those of {@link UniqueOption}. */
public final class UniqueDataSampler extends UniqueSampler {
  /** The property that holds the {@link UniqueKind#key}. */
  public static final String TYPE = "type";

  /** An e-mail address, until it is told otherwise. */
  public UniqueDataSampler() {
    super("email");
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
}
