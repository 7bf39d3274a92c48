package com.openshow.loadtest.staging;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import org.h2.store.fs.FileBaseDefault;

/** A file whose reads, writes and forces are timed. */
@SuppressWarnings("UnsynchronizedOverridesSynchronized") // The file beneath takes care of itself.
final class TimedFile extends FileBaseDefault {
  private final FileChannel file;
  private final BusyTime busy;

  TimedFile(FileChannel file, BusyTime busy) {
    this.file = file;
    this.busy = busy;
  }

  @Override
  public int read(ByteBuffer target, long position) throws IOException {
    busy.begin();
    try {
      return file.read(target, position);
    } finally {
      busy.end();
    }
  }

  @Override
  public int write(ByteBuffer source, long position) throws IOException {
    busy.begin();
    try {
      return file.write(source, position);
    } finally {
      busy.end();
    }
  }

  @Override
  public void force(boolean metaData) throws IOException {
    busy.begin();
    try {
      file.force(metaData);
    } finally {
      busy.end();
    }
  }

  @Override
  protected void implTruncate(long size) throws IOException {
    busy.begin();
    try {
      file.truncate(size);
    } finally {
      busy.end();
    }
  }

  @Override
  public long size() throws IOException {
    return file.size();
  }

  @Override
  public FileLock tryLock(long position, long size, boolean shared) throws IOException {
    return file.tryLock(position, size, shared);
  }

  @Override
  protected void implCloseChannel() throws IOException {
    file.close();
  }
}
