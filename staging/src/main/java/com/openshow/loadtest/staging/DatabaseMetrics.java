package com.openshow.loadtest.staging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ToDoubleFunction;

/**
 * What the database costs. It is embedded: it works in the threads that call it, so its processor
 * time is what these threads spend inside of calls. What H2's own thread does when it writes to a
 * file afterwards is in the time of the files, not in the processor time.
 */
final class DatabaseMetrics {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final LongAdder cpuNanos = new LongAdder();
  private final Counter primaryReads;
  private final Counter replicaReads;
  private final Counter writes;

  DatabaseMetrics(MeterRegistry registry) {
    counter(
        registry,
        "database.cpu.seconds",
        "processor time of threads inside of database calls",
        metrics -> metrics.cpuNanos.sum() / (double) TimeUnit.SECONDS.toNanos(1));
    counter(
        registry,
        "database.io.seconds",
        "time in which at least one read, write or force of the database's files was going on",
        metrics -> TimedFiles.BUSY.seconds());
    counter(
        registry,
        "database.io.operations",
        "reads, writes and forces of the database's files",
        metrics -> TimedFiles.BUSY.times());
    primaryReads = calls(registry, "read", "primary");
    replicaReads = calls(registry, "read", "replica");
    writes = calls(registry, "write", "primary");
  }

  private void counter(
      MeterRegistry registry,
      String name,
      String description,
      ToDoubleFunction<DatabaseMetrics> value) {
    FunctionCounter.builder(name, this, value).description(description).register(registry);
  }

  private static Counter calls(MeterRegistry registry, String kind, String node) {
    return Counter.builder("database.calls")
        .description("what went where")
        .tag("kind", kind)
        .tag("node", node)
        .register(registry);
  }

  void readFromPrimary() {
    primaryReads.increment();
  }

  void readFromReplica() {
    replicaReads.increment();
  }

  void written() {
    writes.increment();
  }

  /** The processor time of the calling thread so far. */
  static long cpuNanos() {
    return THREADS.getCurrentThreadCpuTime();
  }

  /** What this thread spent since {@link #cpuNanos()} was told was the database's. */
  void spent(long cpuNanosBefore) {
    cpuNanos.add(cpuNanos() - cpuNanosBefore);
  }
}
