package com.openshow.loadtest.staging;

import io.javalin.http.Context;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/** A line for each request: time, method, path, query, status, microseconds; tabs between them. */
final class AccessLog implements AutoCloseable {
  private final BufferedWriter writer;
  private final Clock clock;

  AccessLog(Path file, Clock clock) throws IOException {
    this.writer = Files.newBufferedWriter(file);
    this.clock = clock;
  }

  synchronized void add(Context context, long micros) {
    try {
      writer.write(
          String.join(
              "\t",
              clock.instant().toString(),
              context.method().name(),
              context.path(),
              context.queryString() == null ? "" : context.queryString(),
              Integer.toString(context.statusCode()),
              Long.toString(micros)));
      writer.newLine();
      writer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
