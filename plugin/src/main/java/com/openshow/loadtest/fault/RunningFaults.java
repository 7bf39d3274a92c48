package com.openshow.loadtest.fault;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** The faults of one test, by name. Safe for any number of threads. */
public final class RunningFaults {
  private final Map<String, RunningFault> faults = new LinkedHashMap<>();

  /**
   * Adds one.
   *
   * @throws IllegalArgumentException when there is one of this name
   */
  public synchronized void add(RunningFault fault) {
    if (faults.putIfAbsent(fault.fault().name(), fault) != null) {
      throw new IllegalArgumentException(
          "two faults have the name \"" + fault.fault().name() + "\"");
    }
  }

  /** The fault of this name. */
  public synchronized Optional<RunningFault> find(String name) {
    return Optional.ofNullable(faults.get(name));
  }

  private synchronized List<RunningFault> all() {
    return List.copyOf(faults.values());
  }

  /**
   * Switches off all that is on, at the same time, and waits for that; what is not on stays off.
   *
   * @return what became of each that anybody has tried to switch on, by name
   */
  public Map<String, Done> stopAll() {
    Map<String, CompletableFuture<Optional<Done>>> stops =
        all().stream()
            .collect(
                Collectors.toMap(
                    one -> one.fault().name(), RunningFaults::stopInBackground, (a, b) -> a));
    Map<String, Done> done = new TreeMap<>();
    stops.forEach((name, stop) -> stop.join().ifPresent(came -> done.put(name, came)));
    return done;
  }

  private static CompletableFuture<Optional<Done>> stopInBackground(RunningFault fault) {
    CompletableFuture<Optional<Done>> result = new CompletableFuture<>();
    // Not of a pool: those of the JDK may be gone when a JVM ends.
    new Thread(() -> result.complete(fault.stop()), "fault-end-" + fault.fault().name()).start();
    return result;
  }
}
