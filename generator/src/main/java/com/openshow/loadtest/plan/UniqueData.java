package com.openshow.loadtest.plan;

import com.openshow.loadtest.data.UniqueEmail;
import com.openshow.loadtest.data.UniqueKind;
import com.openshow.loadtest.data.UniqueProject;
import com.openshow.loadtest.jmeter.UniqueDataSampler;
import com.openshow.loadtest.scenario.DataType;
import java.util.Map;

/** Which value makes a request of a data type unique. */
final class UniqueData {
  private UniqueData() {}

  /** The key of its {@link UniqueKind}. */
  static String key(DataType type) {
    return switch (type) {
      case UNIQUE_EMAIL -> "email";
      case UNIQUE_PROJECT -> "project";
    };
  }

  /** Its variables, where an identifier from elsewhere makes them unique. */
  static Map<String, String> around(DataType type, String id) {
    return switch (type) {
      case UNIQUE_EMAIL -> UniqueEmail.of(id);
      case UNIQUE_PROJECT -> UniqueProject.of(id);
    };
  }

  /** With a prefix of the variables that it writes, which may be empty. */
  static Node sampler(DataType type, String prefix, String comment) {
    String key = key(type);
    UniqueDataSampler sampler = new UniqueDataSampler();
    // JMeter saves the properties of a bean, not its fields.
    sampler.setProperty(UniqueDataSampler.TYPE, key);
    sampler.setProperty(UniqueDataSampler.PREFIX, prefix);
    sampler.setProperty(UniqueDataSampler.SHOW_SAMPLE, false);
    return Node.ofBean(sampler, "Unique " + key, comment);
  }
}
