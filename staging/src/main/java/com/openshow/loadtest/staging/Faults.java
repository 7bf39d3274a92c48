package com.openshow.loadtest.staging;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** The faults that are on. Safe for any number of threads. */
final class Faults {
  private volatile Map<FaultName, Fault> active = new EnumMap<>(FaultName.class);
  private @Nullable CpuBurn burn;

  synchronized void on(FaultName name, Fault fault) {
    Map<FaultName, Fault> next = new EnumMap<>(active);
    next.put(name, fault);
    change(next);
  }

  synchronized void off(FaultName name) {
    Map<FaultName, Fault> next = new EnumMap<>(active);
    next.remove(name);
    change(next);
  }

  synchronized void allOff() {
    change(new EnumMap<>(FaultName.class));
  }

  /** All faults but one wait to be asked for; that one must be begun and ended. */
  private synchronized void change(Map<FaultName, Fault> next) {
    Fault wanted = next.get(FaultName.CPU_BURN);
    if (!Objects.equals(wanted, active.get(FaultName.CPU_BURN))) {
      if (burn != null) {
        burn.close();
      }
      burn = wanted == null ? null : new CpuBurn(wanted.threads(), wanted.ratio());
    }
    active = next;
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
