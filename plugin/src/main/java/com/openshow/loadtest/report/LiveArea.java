package com.openshow.loadtest.report;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The last lines of a terminal, drawn over and over. Whatever else is printed scrolls by above
 * them. Safe for any number of threads.
 *
 * <p>Between two drawings the cursor stands at the start of the line below, and no mode of the
 * terminal is changed: so a process that is killed leaves it as it should be.
 */
public final class LiveArea implements AutoCloseable {
  private static final String LINE_WRAP_OFF = "\033[?7l";
  private static final String LINE_WRAP_ON = "\033[?7h";
  private static final String CLEAR_TO_END_OF_LINE = "\033[K";
  private static final String CLEAR_BELOW = "\033[J";

  /** How long its end waits for a terminal that takes nothing. */
  private static final long PATIENCE_MILLIS = 1000;

  private final ReentrantLock lock = new ReentrantLock();
  private final PrintStream terminal;
  private List<String> shown = List.of();
  private int drawn;
  private boolean midLine;
  private volatile boolean closed;

  /**
   * An area without lines.
   *
   * @param terminal understands escape sequences
   */
  public LiveArea(PrintStream terminal) {
    this.terminal = terminal;
  }

  /**
   * What others are to print to instead of a stream that goes to this terminal, so that they do not
   * print into the lines.
   *
   * @param charset that of the stream
   */
  public PrintStream above(PrintStream stream, Charset charset) {
    return new PrintStream(new Above(stream), true, charset);
  }

  /** Draws these lines in the place of those before. */
  public void draw(List<String> lines) {
    lock.lock();
    try {
      if (closed) {
        return;
      }
      StringBuilder text = new StringBuilder();
      if (midLine) {
        text.append('\n');
        midLine = false;
      }
      text.append(toFirstLine()).append(LINE_WRAP_OFF);
      // Cleared before it is written: a cursor behind a full line would clear its last character.
      lines.forEach(line -> text.append(CLEAR_TO_END_OF_LINE).append(line).append('\n'));
      text.append(CLEAR_BELOW).append(LINE_WRAP_ON);
      drawn = lines.size();
      shown = List.copyOf(lines);
      terminal.print(text);
      terminal.flush();
    } finally {
      lock.unlock();
    }
  }

  /** Draws the same lines again where something was printed since. */
  public void restore() {
    lock.lock();
    try {
      if (drawn < shown.size()) {
        draw(shown);
      }
    } finally {
      lock.unlock();
    }
  }

  private String toFirstLine() {
    return drawn == 0 ? "" : "\r\033[" + drawn + "A";
  }

  private void erase() {
    if (drawn > 0) {
      terminal.print(toFirstLine() + CLEAR_BELOW);
      terminal.flush();
      drawn = 0;
    }
  }

  /** Takes the lines away; from now on nothing is drawn. */
  @Override
  public void close() {
    closed = true;
    try {
      if (lock.tryLock(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
        try {
          erase();
        } finally {
          lock.unlock();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private final class Above extends OutputStream {
    private final PrintStream stream;

    private Above(PrintStream stream) {
      this.stream = stream;
    }

    @Override
    public void write(int b) {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      if (length == 0) {
        return;
      }
      lock.lock();
      try {
        erase();
        stream.write(bytes, offset, length);
        midLine = bytes[offset + length - 1] != '\n';
      } finally {
        lock.unlock();
      }
    }

    @Override
    public void flush() {
      stream.flush();
    }
  }
}
