package com.openshow.loadtest.cli;

import com.openshow.loadtest.scenario.read.Attachments;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The files in and below a scenario file's folder; remembers which of them were taken. */
final class AttachedFiles implements Attachments {
  private final @Nullable Path folder;
  private final SortedMap<String, byte[]> taken = new TreeMap<>();

  AttachedFiles(Path scenarios) {
    this.folder = scenarios.toAbsolutePath().getParent();
  }

  /** The files that were read, by name. */
  SortedMap<String, byte[]> taken() {
    return Collections.unmodifiableSortedMap(taken);
  }

  @Override
  public byte[] read(String name) throws IOException {
    byte[] before = taken.get(name);
    if (before != null) {
      return before;
    }
    try (InputStream input = open(name)) {
      byte[] content = input.readNBytes(MAX_BYTES + 1);
      taken.put(name, content);
      return content;
    }
  }

  @Override
  public InputStream open(String name) throws IOException {
    if (folder == null) {
      throw new IOException("the scenario file has no folder");
    }
    try {
      // Links are followed first: what counts is where the file really is.
      Path file = folder.resolve(name).toRealPath();
      if (!file.startsWith(folder.toRealPath())) {
        throw new IOException("it is outside the scenario file's folder");
      }
      if (!Files.isRegularFile(file)) {
        throw new IOException("it is not a file");
      }
      return Files.newInputStream(file);
    } catch (NoSuchFileException e) {
      throw new IOException("there is no such file", e);
    } catch (AccessDeniedException e) {
      throw new IOException("reading it is not allowed", e);
    } catch (InvalidPathException e) {
      throw new IOException("its name is none here", e);
    }
  }
}
