package com.openshow.loadtest.metrics.preset;

import com.openshow.loadtest.metrics.preset.Preset.Value;
import java.util.List;

/** Of postgres_exporter. */
final class PostgresPresets {
  static final List<Preset> ALL =
      List.of(
          Value.atMost(
              "postgresql.connections",
              "connections in use, of those allowed",
              "100 * sum by (instance, server) (pg_stat_activity_count{$match}) / max by (instance,"
                  + " server) (pg_settings_max_connections{$match})",
              "%",
              "max"),
          Value.atMost(
              "postgresql.longest_transaction",
              "age of the oldest transaction that works",
              "max by (instance, server)"
                  + " (pg_stat_activity_max_tx_duration{state!~\"idle|disabled\",$match})",
              "s",
              "max"),
          Value.atLeast(
              "postgresql.cache_hit",
              "blocks found in the server's cache",
              "100 * sum by (instance, server) (rate(pg_stat_database_blks_hit{$match}[$over])) /"
                  + " (sum by (instance, server) (rate(pg_stat_database_blks_hit{$match}[$over])) +"
                  + " sum by (instance, server) (rate(pg_stat_database_blks_read{$match}[$over])))",
              "%",
              "avg"),
          Value.atMost(
              "postgresql.rollbacks",
              "transactions that were rolled back",
              "100 * sum by (instance, server)"
                  + " (rate(pg_stat_database_xact_rollback{$match}[$over])) / (sum by (instance,"
                  + " server) (rate(pg_stat_database_xact_commit{$match}[$over])) + sum by"
                  + " (instance, server) (rate(pg_stat_database_xact_rollback{$match}[$over])))",
              "%",
              "avg"),
          Value.atMost(
              "postgresql.deadlocks",
              "deadlocks",
              "pg_stat_database_deadlocks{datname!=\"\",$match}",
              "/s",
              "rate"),
          Value.atMost(
              "postgresql.temp_bytes",
              "bytes written to temporary files, for want of work_mem",
              "pg_stat_database_temp_bytes{datname!=\"\",$match}",
              "bytes/s",
              "rate"),
          Value.atLeast(
              "postgresql.up",
              "1 while the exporter reaches the server",
              "pg_up{$match}",
              "up",
              "min"));

  private PostgresPresets() {}
}
