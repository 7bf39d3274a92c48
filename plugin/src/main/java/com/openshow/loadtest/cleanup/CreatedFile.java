package com.openshow.loadtest.cleanup;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.BitSet;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.commons.io.input.ReversedLinesFileReader;

/**
 * A file of JSON lines: one for each thing that was created, with a number, and one for each that
 * was deleted, {@code {"deleted": NUMBER}}. Each line is handed to the operating system in one go
 * as soon as it is known, so a JVM that is killed leaves a file that tells all. In memory is a bit
 * for each thing. Safe for any number of threads; no two JVMs may have the same file.
 */
public final class CreatedFile implements Closeable {
  /** The greatest number: bits for all of them are 16 MiB. */
  private static final int MOST = 1 << 27;

  private static final int BLOCK_BYTES = 1 << 16;

  private final Path path;
  private final FileChannel channel;
  private final BitSet pending = new BitSet();
  private int next;
  private long unreadable;

  /**
   * Something to delete.
   *
   * @param number its number in the file
   * @param created what it is
   */
  public record Entry(int number, Created created) {}

  private CreatedFile(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /**
   * Opens a file, which need not be there; what it holds already is kept.
   *
   * @throws IOException when it cannot be read and written
   */
  public static CreatedFile open(Path path) throws IOException {
    Path folder = path.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    FileChannel channel =
        FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    try {
      CreatedFile file = new CreatedFile(path, channel);
      file.read();
      return file;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private void read() throws IOException {
    // What was cut off need not be UTF-8.
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(Files.newInputStream(path), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode json = Lines.parse(line);
        Optional<Entry> entry = Lines.entry(json).filter(one -> one.number() < MOST);
        if (entry.isPresent()) {
          pending.set(entry.get().number());
          next = Math.max(next, entry.get().number() + 1);
        } else if (Lines.deleted(json).isPresent()) {
          pending.clear(Lines.deleted(json).getAsInt());
        } else {
          unreadable++;
        }
      }
    }
    if (!endsWithLine()) {
      // What a JVM was writing when it was killed would swallow the next line.
      write("\n");
    }
  }

  private boolean endsWithLine() throws IOException {
    try (RandomAccessFile content = new RandomAccessFile(path.toFile(), "r")) {
      if (content.length() == 0) {
        return true;
      }
      content.seek(content.length() - 1);
      return content.read() == '\n';
    }
  }

  /** Where it is. */
  public Path path() {
    return path;
  }

  /** How many lines nobody can read: of a JVM that was killed it is one at most. */
  public long unreadable() {
    return unreadable;
  }

  /** How many things are not deleted yet. */
  public synchronized int pending() {
    return pending.cardinality();
  }

  /** Keeps word of something that was created. */
  public synchronized void add(Created created) throws IOException {
    if (next == MOST) {
      throw new IOException(path + " has as many entries as it can: " + MOST);
    }
    write(Lines.of(new Entry(next, created)));
    pending.set(next);
    next++;
  }

  /** Keeps word that something is not there any more. */
  public synchronized void deleted(Entry entry) throws IOException {
    write(Lines.ofDeleted(entry));
    pending.clear(entry.number());
  }

  private void write(String line) throws IOException {
    ByteBuffer bytes = StandardCharsets.UTF_8.encode(line);
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  private synchronized boolean isPending(Entry entry) {
    return pending.get(entry.number());
  }

  /** What is to be deleted, the last one first. The caller closes it. */
  public Backwards backwards(Predicate<Created> wanted) throws IOException {
    return new Backwards(wanted);
  }

  /** Closes the file; one that tells of nothing to delete is removed. */
  @Override
  public synchronized void close() throws IOException {
    channel.close();
    if (pending.isEmpty() && unreadable == 0) {
      Files.deleteIfExists(path);
    }
  }

  /** Reads a file from its end to its beginning. */
  public final class Backwards implements Closeable {
    private final Predicate<Created> wanted;
    private final ReversedLinesFileReader lines;

    private Backwards(Predicate<Created> wanted) throws IOException {
      this.wanted = wanted;
      this.lines =
          ReversedLinesFileReader.builder()
              .setPath(path)
              .setBufferSize(BLOCK_BYTES)
              .setCharset(StandardCharsets.UTF_8)
              .get();
    }

    /** The next entry; empty behind the last one. */
    public Optional<Entry> next() throws IOException {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Optional<Entry> entry =
            Lines.entry(Lines.parse(line))
                .filter(one -> isPending(one) && wanted.test(one.created()));
        if (entry.isPresent()) {
          return entry;
        }
      }
      return Optional.empty();
    }

    @Override
    public void close() throws IOException {
      lines.close();
    }
  }
}
