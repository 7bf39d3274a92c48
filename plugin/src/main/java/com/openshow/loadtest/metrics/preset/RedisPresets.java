package com.openshow.loadtest.metrics.preset;

import com.openshow.loadtest.metrics.preset.Preset.Value;
import java.util.List;

/** Of redis_exporter. */
final class RedisPresets {
  static final List<Preset> ALL =
      List.of(
          Value.atMost(
              "redis.cpu",
              "processor time of the server, of one processor",
              "100 * (rate(redis_cpu_user_seconds_total{$match}[$over]) +"
                  + " rate(redis_cpu_sys_seconds_total{$match}[$over]))",
              "%",
              "avg"),
          Value.atMost(
              "redis.memory",
              "use of maxmemory; a server without one is left out, use redis.memory_bytes",
              "100 * redis_memory_used_bytes{$match} / (redis_memory_max_bytes{$match} > 0)",
              "%",
              "max"),
          Value.atMost(
              "redis.memory_bytes",
              "memory that data and buffers take",
              "redis_memory_used_bytes{$match}",
              "bytes",
              "max"),
          Value.atMost(
              "redis.clients",
              "connected clients, of those allowed",
              "100 * redis_connected_clients{$match} / redis_config_maxclients{$match}",
              "%",
              "max"),
          Value.atMost(
              "redis.blocked_clients",
              "clients that wait in a blocking command",
              "redis_blocked_clients{$match}",
              "clients",
              "max"),
          Value.atMost(
              "redis.evictions",
              "keys thrown out for want of memory",
              "redis_evicted_keys_total{$match}",
              "/s",
              "rate"),
          Value.atMost(
              "redis.rejected",
              "connections refused because of maxclients",
              "redis_rejected_connections_total{$match}",
              "/s",
              "rate"),
          Value.atLeast(
              "redis.hit_ratio",
              "look-ups that found their key",
              "100 * rate(redis_keyspace_hits_total{$match}[$over]) /"
                  + " (rate(redis_keyspace_hits_total{$match}[$over]) +"
                  + " rate(redis_keyspace_misses_total{$match}[$over]))",
              "%",
              "avg"),
          Value.atLeast(
              "redis.up",
              "1 while the exporter reaches the server",
              "redis_up{$match}",
              "up",
              "min"));

  private RedisPresets() {}
}
