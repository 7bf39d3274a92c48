package com.openshow.loadtest.fault;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The faults of one test, by name. Safe for any number of threads. */
public final class RunningFaults {
  private final Map<String, RunningFault> faults = new LinkedHashMap<>();

  /**
   * What became of a fault.
   *
   * @param fault its name
   * @param on what switching it on came to
   * @param off what switching it off came to
   */
  public record Course(String fault, Done on, Done off) {}

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
   * @return each that anybody has tried to switch on
   */
  public List<Course> stopAll() {
    // All of them are asked before any is waited for.
    List<CompletableFuture<Optional<Course>>> stops =
        all().stream().map(RunningFaults::stopInBackground).toList();
    return stops.stream().flatMap(stop -> stop.join().stream()).toList();
  }

  private static CompletableFuture<Optional<Course>> stopInBackground(RunningFault fault) {
    CompletableFuture<Optional<Course>> result = new CompletableFuture<>();
    // Not of a pool: those of the JDK may be gone when a JVM ends.
    new Thread(() -> result.complete(end(fault)), "fault-end-" + fault.fault().name()).start();
    return result;
  }

  private static Optional<Course> end(RunningFault fault) {
    return fault.stop().map(off -> new Course(fault.fault().name(), fault.on().orElseThrow(), off));
  }
}
