package com.openshow.loadtest.plan;

import com.openshow.loadtest.data.UniqueType;
import com.openshow.loadtest.jmeter.UniqueDataSampler;
import com.openshow.loadtest.scenario.DataType;

/** Which value makes a request of a data type unique. */
final class UniqueData {
  private UniqueData() {}

  static UniqueType unique(DataType type) {
    return switch (type) {
      case UNIQUE_EMAIL -> UniqueType.EMAIL;
      case UNIQUE_PROJECT -> UniqueType.PROJECT;
    };
  }

  /** With a prefix of the variables that it writes, which may be empty. */
  static Node sampler(DataType type, String prefix, String comment) {
    UniqueType unique = unique(type);
    UniqueDataSampler sampler = new UniqueDataSampler();
    // JMeter saves the properties of a bean, not its fields.
    sampler.setProperty(UniqueDataSampler.TYPE, unique.key());
    sampler.setProperty(UniqueDataSampler.PREFIX, prefix);
    sampler.setProperty(UniqueDataSampler.SHOW_SAMPLE, false);
    return Node.ofBean(sampler, "Unique " + unique.key(), comment);
  }
}
