package com.openshow.loadtest.metrics.preset;

import com.openshow.loadtest.metrics.StateMetric;
import com.openshow.loadtest.metrics.preset.Preset.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Of the MongoDB exporters. Names that begin with {@code mongodb_ss}, {@code mongodb_rs} and {@code
 * mongodb_sys} are those of Percona's since 0.20; the others those of dcu's and of Percona's
 * before, which the newer one has with {@code --compatible-mode}.
 */
final class MongoPresets {
  /** The numbers of MongoDB's own {@code replSetGetStatus}. */
  private static final Map<Long, String> MEMBER_STATES =
      Map.of(
          0L,
          "startup",
          1L,
          "primary",
          2L,
          "secondary",
          3L,
          "recovering",
          5L,
          "startup2",
          6L,
          "unknown",
          7L,
          "arbiter",
          8L,
          "down",
          9L,
          "rollback",
          10L,
          "removed");

  static final List<Preset> ALL =
      List.of(
          Value.atMost(
              "mongodb.cpu",
              "time in which the processors of the server's machine were busy; from the diagnostic"
                  + " data that only the newer exporter has, so beside an older one use node.cpu",
              "100 * (1 - sum by (instance) (rate(mongodb_sys_cpu_idle_ms{$match}[$over])) / (1000 *"
                  + " (max by (instance) (mongodb_sys_cpu_num_logical_cores{$match}) or max by"
                  + " (instance) (mongodb_sys_cpu_num_cpus{$match}))))",
              "%",
              "avg"),
          Value.atMost(
              "mongodb.connections",
              "connections in use, of those allowed",
              "100 * sum by (instance) (mongodb_ss_connections{conn_type=\"current\",$match}) / sum"
                  + " by (instance)"
                  + " (mongodb_ss_connections{conn_type=~\"current|available\",$match}) or 100 * sum"
                  + " by (instance)"
                  + " ({__name__=~\"mongodb_(mongod_)?connections\",state=\"current\",$match}) / sum"
                  + " by (instance)"
                  + " ({__name__=~\"mongodb_(mongod_)?connections\",state=~\"current|available\",$match})",
              "%",
              "max"),
          Value.atMost(
              "mongodb.memory",
              "resident memory of the server",
              "max by (instance) (mongodb_ss_mem_resident{$match}) or max by (instance)"
                  + " ({__name__=~\"mongodb_(mongod_)?memory\",type=\"resident\",$match})",
              "MiB",
              "max"),
          Value.atMost(
              "mongodb.cache",
              "use of WiredTiger's cache",
              "100 * max by (instance) (mongodb_ss_wt_cache_bytes_currently_in_the_cache{$match}) /"
                  + " max by (instance) (mongodb_ss_wt_cache_maximum_bytes_configured{$match}) or"
                  + " 100 * max by (instance)"
                  + " (mongodb_mongod_wiredtiger_cache_bytes{type=\"total\",$match}) / max by"
                  + " (instance) (mongodb_mongod_wiredtiger_cache_max_bytes{$match})",
              "%",
              "max"),
          Value.atMost(
              "mongodb.queue",
              "operations that wait for a lock",
              "sum by (instance)"
                  + " (mongodb_ss_globalLock_currentQueue{count_type=~\"readers|writers\",$match})"
                  + " or sum by (instance)"
                  + " (mongodb_mongod_global_lock_current_queue{type=~\"reader|writer\",$match})",
              "operations",
              "max"),
          Value.atMost(
              "mongodb.replication_lag",
              "by how much the slowest secondary is behind the primary",
              "(max by (instance) (mongodb_rs_members_optimeDate{member_state=\"PRIMARY\",$match}) -"
                  + " min by (instance)"
                  + " (mongodb_rs_members_optimeDate{member_state=\"SECONDARY\",$match})) / 1000 or"
                  + " max by (instance) (mongodb_mongod_replset_member_replication_lag{$match})",
              "s",
              "max"),
          Value.atMost(
              "mongodb.members_down",
              "members of the replica set that a member cannot reach",
              "sum by (instance) (1 - mongodb_rs_members_health{$match}) or sum by (instance) (1 -"
                  + " mongodb_mongod_replset_member_health{$match})",
              "members",
              "max"),
          new Preset.States(
              "mongodb.member_state",
              "what each member of the replica set is, seen by each member: startup, primary,"
                  + " secondary, recovering, startup2, unknown, arbiter, down, rollback, removed",
              new Template(
                  "{__name__=~\"mongodb_rs_members_state|mongodb_mongod_replset_member_state\",$match}"),
              new StateMetric.ByValue(MEMBER_STATES, Set.of("member_state", "state")),
              List.of()));

  private MongoPresets() {}
}
