package com.openshow.loadtest.staging;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;

/** The faults that are on. Safe for any number of threads. */
final class Faults {
  private volatile Map<FaultName, Fault> active = new EnumMap<>(FaultName.class);

  synchronized void on(FaultName name, Fault fault) {
    Map<FaultName, Fault> next = new EnumMap<>(active);
    next.put(name, fault);
    active = next;
  }

  synchronized void off(FaultName name) {
    Map<FaultName, Fault> next = new EnumMap<>(active);
    next.remove(name);
    active = next;
  }

  synchronized void allOff() {
    active = new EnumMap<>(FaultName.class);
  }

  Optional<Fault> active(FaultName name) {
    return Optional.ofNullable(active.get(name));
  }

  /** Every fault by its label, with its parameters when it is on. */
  Map<String, Object> list() {
    Map<FaultName, Fault> now = active;
    Map<String, Object> all = new TreeMap<>();
    for (FaultName name : FaultName.values()) {
      Fault fault = now.get(name);
      all.put(name.label(), fault == null ? "off" : fault.describe(name));
    }
    return all;
  }

  /** How many milliseconds a request for this path has to wait. */
  long delayMillis(String path) {
    if (active.isEmpty()) {
      return 0;
    }
    return List.of(FaultName.LATENCY, FaultName.SLOW_SEARCH).stream()
        .flatMap(name -> active(name).stream())
        .filter(fault -> path.startsWith(fault.pathPrefix()))
        .mapToLong(Fault::millis)
        .sum();
  }

  /** The status with which a request for this path fails; empty when it is left alone. */
  Optional<Integer> error(String path) {
    return active(FaultName.ERRORS)
        .filter(fault -> path.startsWith(fault.pathPrefix()))
        .filter(fault -> ThreadLocalRandom.current().nextDouble() < fault.ratio())
        .map(Fault::status);
  }
}
