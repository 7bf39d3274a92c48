package com.openshow.loadtest.metrics.preset;

import com.openshow.loadtest.metrics.preset.Preset.Value;
import java.util.List;

/** Of Micrometer in a JVM, as Spring Boot's {@code /actuator/prometheus} has it. */
final class JvmPresets {
  static final List<Preset> ALL =
      List.of(
          Value.atMost(
              "jvm.cpu",
              "processor time of the process, of all processors",
              "100 * process_cpu_usage{$match}",
              "%",
              "avg"),
          Value.atMost(
              "jvm.system_cpu",
              "processor time of the machine or container that the JVM is in",
              "100 * system_cpu_usage{$match}",
              "%",
              "avg"),
          Value.atMost(
              "jvm.heap",
              "use of the greatest heap",
              "100 * sum by (instance) (jvm_memory_used_bytes{area=\"heap\",$match}) / sum by"
                  + " (instance) (jvm_memory_max_bytes{area=\"heap\",$match} > 0)",
              "%",
              "max"),
          Value.atMost(
              "jvm.gc",
              "time in pauses of the garbage collector",
              "100 * sum by (instance) (rate(jvm_gc_pause_seconds_sum{$match}[$over]))",
              "%",
              "avg"),
          Value.atMost(
              "jvm.threads", "live threads", "jvm_threads_live_threads{$match}", "threads", "max"),
          Value.atMost(
              "jvm.pool",
              "connections of HikariCP in use, of those allowed",
              "100 * hikaricp_connections_active{$match} / hikaricp_connections_max{$match}",
              "%",
              "avg"),
          Value.atMost(
              "jvm.pool_pending",
              "threads that wait for a connection of HikariCP",
              "hikaricp_connections_pending{$match}",
              "threads",
              "max"));

  private JvmPresets() {}
}
