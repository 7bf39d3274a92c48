package com.openshow.loadtest.metrics.preset;

import com.openshow.loadtest.metrics.preset.Preset.Value;
import java.util.List;

/** Of node_exporter, which runs on each machine. */
final class MachinePresets {
  static final List<Preset> ALL =
      List.of(
          Value.atMost(
              "node.cpu",
              "time in which the machine's processors were busy",
              "100 * (1 - avg by (instance)"
                  + " (rate(node_cpu_seconds_total{mode=\"idle\",$match}[$over])))",
              "%",
              "avg"),
          Value.atMost(
              "node.iowait",
              "time in which processors had nothing to do but wait for a disk",
              "100 * avg by (instance)"
                  + " (rate(node_cpu_seconds_total{mode=\"iowait\",$match}[$over]))",
              "%",
              "avg"),
          Value.atMost(
              "node.io",
              "time in which the busiest disk was busy",
              "100 * max by (instance) (rate(node_disk_io_time_seconds_total{$match}[$over]))",
              "%",
              "avg"),
          Value.atMost(
              "node.memory",
              "memory that is in use and cannot be had without swapping",
              "100 * (1 - node_memory_MemAvailable_bytes{$match} /"
                  + " node_memory_MemTotal_bytes{$match})",
              "%",
              "max"),
          Value.atMost(
              "node.disk_space",
              "how full the fullest file system of a disk is",
              "100 * max by (instance) (1 - node_filesystem_avail_bytes{device=~\"/.*\",$match} /"
                  + " node_filesystem_size_bytes{device=~\"/.*\",$match})",
              "%",
              "max"),
          Value.atMost(
              "node.load",
              "processes that run or wait to, over the last minute, for each processor",
              "sum by (instance) (node_load1{$match}) / count by (instance)"
                  + " (node_cpu_seconds_total{mode=\"idle\",$match})",
              "per CPU",
              "avg"));

  private MachinePresets() {}
}
