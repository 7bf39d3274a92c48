package com.openshow.loadtest.distribution;

import java.nio.file.Path;
import java.util.List;

/** What tells of this machine, at a free port of the loopback. */
record NodeExporter(Program program, String instance) implements AutoCloseable {
  static final String NAME = "prometheus-node-exporter";

  /** Starts it; its files are in the folder. */
  static NodeExporter start(Path folder) throws Exception {
    int port = Program.freePort();
    String instance = "127.0.0.1:" + port;
    // All that it could tell takes a busy machine longer than a scrape may take.
    Program program =
        Program.start(
            folder,
            NAME,
            List.of(
                "--web.listen-address=" + instance,
                "--collector.disable-defaults",
                "--collector.cpu",
                "--collector.meminfo",
                "--collector.diskstats"));
    program.awaitPort(port);
    return new NodeExporter(program, instance);
  }

  @Override
  public void close() {
    program.close();
  }
}
