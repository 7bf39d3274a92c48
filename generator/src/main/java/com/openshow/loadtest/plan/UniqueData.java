package com.openshow.loadtest.plan;

import com.openshow.loadtest.data.UniqueOption;
import com.openshow.loadtest.data.UniqueProject;
import com.openshow.loadtest.jmeter.UniqueDataSampler;
import com.openshow.loadtest.scenario.UniqueValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What draws the unique values of a request. */
final class UniqueData {
  private UniqueData() {}

  /** Its variables, where an identifier from elsewhere makes them unique. */
  static Map<String, String> around(UniqueValue value, String id) {
    List<String> names = value.variables();
    Map<String, String> values = new LinkedHashMap<>();
    if (value.type() instanceof UniqueProject) {
      Map<String, String> project = UniqueProject.of(id);
      for (int i = 0; i < names.size(); i++) {
        values.put(names.get(i), project.getOrDefault(value.type().variables().get(i), ""));
      }
      return values;
    }
    values.put(names.get(0), StockUnique.text(value, id));
    return values;
  }

  /** With a prefix of the variables that it writes, which may be empty. */
  static Node sampler(UniqueValue value, String prefix, String comment) {
    UniqueDataSampler sampler = new UniqueDataSampler();
    // JMeter saves the properties of a bean, not its fields.
    sampler.setProperty(UniqueDataSampler.TYPE, value.key());
    sampler.setProperty(UniqueDataSampler.PREFIX, prefix);
    sampler.setProperty(UniqueDataSampler.VARIABLE, value.variable().orElse(""));
    sampler.setProperty("domain", option(value, UniqueOption.DOMAIN));
    sampler.setProperty("ownDomain", option(value, UniqueOption.OWN_DOMAIN).equals("true"));
    sampler.setProperty("maxLength", option(value, UniqueOption.MAX_LENGTH));
    sampler.setProperty("format", option(value, UniqueOption.FORMAT));
    sampler.setProperty("range", option(value, UniqueOption.RANGE));
    sampler.setProperty("pattern", option(value, UniqueOption.PATTERN));
    sampler.setProperty(UniqueDataSampler.SHOW_SAMPLE, false);
    sampler.setProperty(UniqueDataSampler.COUNTED, false);
    return Node.ofBean(sampler, "Unique " + value.key(), comment);
  }

  private static String option(UniqueValue value, UniqueOption option) {
    return value.options().getOrDefault(option.key(), "");
  }
}
