package com.openshow.loadtest.results;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Characters as strings, without a new string for each row. It remembers a fixed number, so that
 * names that never come again cost no memory.
 */
final class Interned {
  private static final int SLOTS = 1 << 12;

  private final @Nullable String[] names = new String[SLOTS];
  private final @Nullable String[] values = new String[SLOTS];
  private final UnaryOperator<String> value;

  /**
   * Remembers nothing yet.
   *
   * @param value what a string is turned into; it is asked again when it was forgotten
   */
  Interned(UnaryOperator<String> value) {
    this.value = value;
  }

  String of(char[] text, int offset, int length) {
    int hash = length;
    for (int i = offset; i < offset + length; i++) {
      hash = 31 * hash + text[i];
    }
    int slot = (hash ^ (hash >>> 16)) & (SLOTS - 1);
    String name = names[slot];
    String known = values[slot];
    if (name != null && known != null && isEqual(name, text, offset, length)) {
      return known;
    }
    String fresh = new String(text, offset, length);
    String result = value.apply(fresh);
    names[slot] = fresh;
    values[slot] = result;
    return result;
  }

  private static boolean isEqual(String name, char[] text, int offset, int length) {
    if (name.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (name.charAt(i) != text[offset + i]) {
        return false;
      }
    }
    return true;
  }
}
