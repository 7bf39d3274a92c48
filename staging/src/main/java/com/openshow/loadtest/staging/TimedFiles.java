package com.openshow.loadtest.staging;

import java.io.IOException;
import java.nio.channels.FileChannel;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * A file system of H2, such as {@code jdbc:h2:timed:/data/openshow}, that measures how long the
 * database is at its files. Public, with a constructor of no arguments, because H2 makes a path
 * from its class alone; so what is measured is one figure of the process.
 */
public final class TimedFiles extends FilePathWrapper {
  static final BusyTime BUSY = new BusyTime();

  private static final String SCHEME = "timed";
  private static final String H2 = "jdbc:h2:";

  /** Called by H2. */
  public TimedFiles() {}

  /**
   * The URL with this file system, when the URL names a plain file; one in memory or of a server
   * has no files here, and one that chose a file system keeps it.
   */
  static String timed(String url) {
    String place = url.startsWith(H2 + "file:") ? url.substring((H2 + "file:").length()) : "";
    if (place.isEmpty() && url.matches(H2 + "(?![a-zA-Z]{2,}:).*")) {
      place = url.substring(H2.length());
    }
    if (place.isEmpty()) {
      return url;
    }
    FilePath.register(new TimedFiles());
    return H2 + SCHEME + ":" + place;
  }

  @Override
  public String getScheme() {
    return SCHEME;
  }

  @Override
  public FileChannel open(String mode) throws IOException {
    return new TimedFile(getBase().open(mode), BUSY);
  }
}
