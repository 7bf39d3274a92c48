package com.openshow.loadtest.results;

/** Hears how far the reading of results has come. */
@FunctionalInterface
public interface Progress {
  /**
   * Some more bytes of a file, as it lies on the disk, were read.
   *
   * @param bytes how many, at least 1
   */
  void read(long bytes);
}
