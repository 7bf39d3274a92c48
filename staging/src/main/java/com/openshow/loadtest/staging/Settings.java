package com.openshow.loadtest.staging;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * How the server is started.
 *
 * @param host the address it listens on
 * @param port the port; 0 for any free one
 * @param database the JDBC URL of an H2 database
 * @param tokenTtl how long a token is valid
 * @param breakerOpenWait how long the circuit breaker stays open
 * @param breakerHalfOpenCalls after how many calls a half-open breaker decides, at least 1
 * @param faults the faults that are on from the start
 * @param accessLog the file that gets a line for each request
 */
record Settings(
    String host,
    int port,
    String database,
    Duration tokenTtl,
    Duration breakerOpenWait,
    int breakerHalfOpenCalls,
    List<FaultName> faults,
    Optional<Path> accessLog) {
  static Settings defaults() {
    return new Settings(
        "127.0.0.1",
        8080,
        // Every server of a JVM has its own.
        "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1",
        Duration.ofMinutes(15),
        Duration.ofSeconds(5),
        // With two calls a second, half open lasts some seconds: any scrape sees it.
        10,
        List.of(),
        Optional.empty());
  }
}
