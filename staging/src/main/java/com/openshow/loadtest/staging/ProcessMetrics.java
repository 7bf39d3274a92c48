package com.openshow.loadtest.staging;

import com.sun.management.OperatingSystemMXBean;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;

/**
 * The processor time of this process under the name that Prometheus's own client libraries give it,
 * {@code process_cpu_seconds_total}. Micrometer has it in nanoseconds only, and its share {@code
 * process_cpu_usage} is of the time since somebody last asked, whoever that was.
 */
final class ProcessMetrics {
  private ProcessMetrics() {}

  static void bindTo(MeterRegistry registry) {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    FunctionCounter.builder(
            "process.cpu.seconds",
            system,
            bean -> bean.getProcessCpuTime() / (double) TimeUnit.SECONDS.toNanos(1))
        .description("processor time of this process, all cores together")
        .register(registry);
  }
}
