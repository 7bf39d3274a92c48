package com.openshow.loadtest.jmeter;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.jmeter.samplers.SampleEvent;
import org.apache.jmeter.threads.AbstractThreadGroup;
import org.apache.jmeter.threads.JMeterContextService;

/**
 * How many virtual users each scenario has. A thread group of this JVM is known from its first
 * sample on, and is asked; of those on other machines their samples tell. Safe for any number of
 * threads.
 */
final class ActiveThreads {
  private final Map<String, AbstractThreadGroup> here = new ConcurrentHashMap<>();
  private final Map<Elsewhere, Integer> elsewhere = new ConcurrentHashMap<>();

  private record Elsewhere(String scenario, String host) {}

  /** Called by the thread that has taken a sample, or has received it. */
  void seen(SampleEvent event) {
    String scenario = event.getThreadGroup();
    if (here.containsKey(scenario)) {
      return;
    }
    AbstractThreadGroup group = JMeterContextService.getContext().getThreadGroup();
    if (group != null && group.getName().equals(scenario)) {
      here.put(scenario, group);
    } else {
      elsewhere.put(
          new Elsewhere(scenario, String.valueOf(event.getHostname())),
          event.getResult().getGroupThreads());
    }
  }

  /** How many there are now, by scenario. */
  Map<String, Integer> now() {
    Map<String, Integer> numbers = new TreeMap<>();
    elsewhere.forEach((key, number) -> numbers.merge(key.scenario(), number, Integer::sum));
    here.forEach((scenario, group) -> numbers.put(scenario, group.numberOfActiveThreads()));
    return numbers;
  }
}
