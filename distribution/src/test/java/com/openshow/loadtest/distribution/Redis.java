package com.openshow.loadtest.distribution;

import java.nio.file.Path;
import java.util.List;

/** A Redis in memory, and the exporter beside it, both at free ports of the loopback. */
record Redis(Program server, Program exporter, String instance) implements AutoCloseable {
  static final String SERVER = "redis-server";
  static final String EXPORTER = "prometheus-redis-exporter";

  /** Starts both; their files are in the folder. */
  static Redis start(Path folder) throws Exception {
    int port = Program.freePort();
    String bound = "127.0.0.1";
    Program server =
        Program.start(folder, SERVER, List.of("--port", "" + port, "--bind", bound, "--save", ""));
    server.awaitPort(port);
    int exporterPort = Program.freePort();
    String instance = bound + ":" + exporterPort;
    Program exporter =
        Program.start(
            folder,
            EXPORTER,
            List.of(
                "-redis.addr", "redis://" + bound + ":" + port, "-web.listen-address", instance));
    exporter.awaitPort(exporterPort);
    return new Redis(server, exporter, instance);
  }

  @Override
  public void close() {
    exporter.close();
    server.close();
  }
}
