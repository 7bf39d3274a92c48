package com.openshow.loadtest.data;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;

/**
 * Values that are texts of pieces. Each thread has the bytes of its last value, changes those that
 * change, and copies them into a string: the only thing that is allocated.
 */
final class TextSource implements UniqueSource {
  // A text has its cache lines to itself, wherever the garbage collector puts it.
  private static final int PADDING = 128;

  private final String variable;
  private final ThreadLocal<Cursor> cursor;

  /** Texts of these pieces, under the name of a variable. */
  TextSource(UniqueData run, String variable, List<Part> parts) {
    this.variable = variable;
    this.cursor = ThreadLocal.withInitial(() -> new Cursor(run, parts));
  }

  /** How many characters these pieces have together. */
  static int length(UniqueData run, List<Part> parts) {
    return parts.stream().mapToInt(part -> part.length(run)).sum();
  }

  static String text(byte[] bytes) {
    return new String(bytes, ISO_8859_1);
  }

  @Override
  public String next() {
    return cursor.get().next();
  }

  @Override
  public String next(BiConsumer<? super String, ? super String> variables) {
    String value = next();
    variables.accept(variable, value);
    return value;
  }

  private static final class Cursor {
    private final byte[] text;
    private final int length;
    private final Part.Cell[] cells;
    private final LongSupplier clock;
    private final boolean isTimed;
    private long latest = Long.MIN_VALUE;

    Cursor(UniqueData run, List<Part> parts) {
      this.length = TextSource.length(run, parts);
      this.text = new byte[PADDING + length + PADDING];
      int at = PADDING;
      Part.Cell[] all = new Part.Cell[parts.size()];
      int changing = 0;
      boolean timed = false;
      for (Part part : parts) {
        Part.Cell cell = part.open(run, text, at);
        at += part.length(run);
        if (cell != Part.Cell.FIXED) {
          all[changing++] = cell;
          timed |= part instanceof TimeDigits || part instanceof DateField;
        }
      }
      this.cells = Arrays.copyOf(all, changing);
      this.clock = run.clock()::millis;
      this.isTimed = timed;
    }

    String next() {
      long millis = isTimed ? millis() : 0;
      for (Part.Cell cell : cells) {
        cell.renew(millis);
      }
      return new String(text, PADDING, length, ISO_8859_1);
    }

    private long millis() {
      // A clock that is set back makes no values that sort before earlier ones of the thread.
      long now = clock.getAsLong();
      if (now > latest) {
        // Not at each value: what is written beside it is another thread's.
        latest = now;
      }
      return latest;
    }
  }
}
