package com.openshow.loadtest.metrics.preset;

import com.openshow.loadtest.metrics.preset.Preset.Value;
import java.util.List;

/** Of cAdvisor: in the kubelet of Kubernetes, and by itself beside containers of Docker. */
final class ContainerPresets {
  /** The containers of pods, without what the kubelet tells of the pod as a whole. */
  private static final String OF_PODS = "container!=\"\",container!=\"POD\",$match";

  private static final String BY = "by (namespace, pod, container) ";

  static final List<Preset> ALL =
      List.of(
          Value.atMost(
              "kubernetes.cpu",
              "use of each container's CPU limit; containers without one are left out",
              "100 * sum "
                  + BY
                  + "(rate(container_cpu_usage_seconds_total{"
                  + OF_PODS
                  + "}[$over])) / sum "
                  + BY
                  + "(container_spec_cpu_quota{"
                  + OF_PODS
                  + "} / container_spec_cpu_period{"
                  + OF_PODS
                  + "})",
              "%",
              "avg"),
          Value.atMost(
              "kubernetes.cpu_cores",
              "processors that each container used",
              "sum " + BY + "(rate(container_cpu_usage_seconds_total{" + OF_PODS + "}[$over]))",
              "cores",
              "avg"),
          Value.atMost(
              "kubernetes.throttling",
              "periods in which a container was held back by its CPU limit",
              "100 * sum "
                  + BY
                  + "(rate(container_cpu_cfs_throttled_periods_total{"
                  + OF_PODS
                  + "}[$over])) / sum "
                  + BY
                  + "(rate(container_cpu_cfs_periods_total{"
                  + OF_PODS
                  + "}[$over]))",
              "%",
              "avg"),
          Value.atMost(
              "kubernetes.memory",
              "use of each container's memory limit; containers without one are left out",
              "100 * sum "
                  + BY
                  + "(container_memory_working_set_bytes{"
                  + OF_PODS
                  + "}) / (sum "
                  + BY
                  + "(container_spec_memory_limit_bytes{"
                  + OF_PODS
                  + "}) > 0)",
              "%",
              "max"),
          Value.atMost(
              "kubernetes.oom_kills",
              "processes killed for want of memory",
              "sum " + BY + "(container_oom_events_total{" + OF_PODS + "})",
              "/s",
              "rate"),
          Value.atMost(
              "container.cpu_cores",
              "processors that each container of Docker used",
              "sum by (instance, name)"
                  + " (rate(container_cpu_usage_seconds_total{name!=\"\",$match}[$over]))",
              "cores",
              "avg"),
          Value.atMost(
              "container.memory_bytes",
              "memory of each container of Docker",
              "sum by (instance, name) (container_memory_working_set_bytes{name!=\"\",$match})",
              "bytes",
              "max"));

  private ContainerPresets() {}
}
