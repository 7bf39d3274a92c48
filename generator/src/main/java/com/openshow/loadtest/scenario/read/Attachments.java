package com.openshow.loadtest.scenario.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The files that a scenario file names, such as the bodies of its requests. */
@FunctionalInterface
public interface Attachments {
  /** The greatest attached file that is read, in bytes: a plan holds it whole. */
  int MAX_BYTES = 1024 * 1024;

  /** Those of a scenario file that stands alone: none. */
  Attachments NONE =
      name -> {
        throw new IOException("no file beside the scenario file can be read here");
      };

  /**
   * The content of an attached file; of one that is too long, at least one byte more than {@link
   * #MAX_BYTES}.
   *
   * @param name its path relative to the scenario file's folder, with {@code /} between folders,
   *     without {@code ..}
   * @throws IOException when it cannot be read; the message tells a person why, without its name
   */
  byte[] read(String name) throws IOException;

  /**
   * A file that is only looked at, however long it is. The caller closes it.
   *
   * @throws IOException as {@link #read} does
   */
  default InputStream open(String name) throws IOException {
    return new ByteArrayInputStream(read(name));
  }
}
