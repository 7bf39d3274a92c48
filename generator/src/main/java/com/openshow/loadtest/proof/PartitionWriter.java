package com.openshow.loadtest.proof;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Puts values into their partitions. Safe for any number of threads; a JVM has files of its own.
 */
final class PartitionWriter implements Closeable {
  private static final int BUFFER_BYTES = 8 * 1024;

  private final Partitions partitions;
  private final Buffer[] buffers;

  /**
   * Begins to write.
   *
   * @param name of the files, which nobody else uses
   */
  PartitionWriter(Partitions partitions, String name) throws IOException {
    this.partitions = partitions;
    this.buffers = new Buffer[partitions.count()];
    for (int i = 0; i < buffers.length; i++) {
      buffers[i] = new Buffer(partitions.partition(i).resolve(name));
    }
  }

  /** Puts a value, which has no line break in it, into its partition. */
  void add(String value) throws IOException {
    buffers[partitions.of(value)].add(value.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() throws IOException {
    for (Buffer buffer : buffers) {
      buffer.close();
    }
  }

  private static final class Buffer {
    private final OutputStream file;
    private final byte[] bytes = new byte[BUFFER_BYTES];
    private int used;

    Buffer(Path file) throws IOException {
      this.file = Files.newOutputStream(file);
    }

    synchronized void add(byte[] value) throws IOException {
      if (used + value.length + 1 > BUFFER_BYTES) {
        flush();
      }
      if (value.length + 1 > BUFFER_BYTES) {
        file.write(value);
        file.write('\n');
        return;
      }
      System.arraycopy(value, 0, bytes, used, value.length);
      used += value.length;
      bytes[used++] = '\n';
    }

    private void flush() throws IOException {
      file.write(bytes, 0, used);
      used = 0;
    }

    synchronized void close() throws IOException {
      try (file) {
        flush();
      }
    }
  }
}
