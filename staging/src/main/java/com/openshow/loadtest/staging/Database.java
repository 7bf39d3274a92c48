package com.openshow.loadtest.staging;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;

/**
 * An H2 database with a pool for the primary and one for the read replica. Both pools lead to the
 * same data, as replicas do; a replica that is down makes reads go to the primary.
 */
final class Database implements AutoCloseable {
  private static final int POOL_SIZE = 16;

  /** Work on a connection. */
  interface Work<T> {
    T with(Connection connection) throws SQLException;
  }

  private final HikariDataSource primary;
  private final HikariDataSource replica;
  private final Faults faults;
  private final Counter failovers;
  private final DatabaseMetrics metrics;

  Database(String url, Faults faults, MeterRegistry registry) {
    this.faults = faults;
    this.metrics = new DatabaseMetrics(registry);
    String timed = TimedFiles.timed(url);
    this.primary = pool("primary", timed, registry);
    this.replica = pool("replica", timed, registry);
    this.failovers =
        Counter.builder("replica.failovers")
            .description("reads that went to the primary since the replica was down")
            .register(registry);
    Gauge.builder("replica.up", this, database -> database.replicaIsUp() ? 1 : 0)
        .description("whether the read replica answers")
        .register(registry);
  }

  private static HikariDataSource pool(String name, String url, MeterRegistry registry) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(name);
    config.setJdbcUrl(url);
    config.setUsername("sa");
    config.setMaximumPoolSize(POOL_SIZE);
    config.setMetricRegistry(registry);
    return new HikariDataSource(config);
  }

  private boolean replicaIsUp() {
    return faults.active(FaultName.REPLICA_DOWN).isEmpty();
  }

  /** Reads what may lag behind; from the replica while it is up, else from the primary. */
  <T> T read(Work<T> work) {
    if (replicaIsUp()) {
      metrics.readFromReplica();
      return read(replica, work);
    }
    failovers.increment();
    return readPrimary(work);
  }

  /** Reads what must be there at once after it was written. */
  <T> T readPrimary(Work<T> work) {
    metrics.readFromPrimary();
    return read(primary, work);
  }

  private <T> T read(HikariDataSource pool, Work<T> work) {
    long cpu = DatabaseMetrics.cpuNanos();
    try (Connection connection = pool.getConnection()) {
      slowDown();
      return work.with(connection);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } finally {
      metrics.spent(cpu);
    }
  }

  /**
   * Writes in one transaction: all or nothing.
   *
   * @param conflict what to say when a unique constraint is violated
   */
  <T> T write(String conflict, Work<T> work) {
    metrics.written();
    long cpu = DatabaseMetrics.cpuNanos();
    try (Connection connection = primary.getConnection()) {
      connection.setAutoCommit(false);
      try {
        slowDown();
        T result = work.with(connection);
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      }
    } catch (SQLIntegrityConstraintViolationException e) {
      throw new ApiException(409, conflict);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } finally {
      metrics.spent(cpu);
    }
  }

  private void slowDown() {
    faults.active(FaultName.DATABASE_SLOW).ifPresent(fault -> Pause.millis(fault.millis()));
  }

  @Override
  public void close() {
    primary.close();
    replica.close();
  }
}
