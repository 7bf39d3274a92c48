package com.openshow.loadtest.data;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.function.Function;

/** A piece that is the same in every value of a thread. */
final class Literal implements Part {
  private final int length;
  private final Function<UniqueData, byte[]> text;

  private Literal(int length, Function<UniqueData, byte[]> text) {
    this.length = length;
    this.text = text;
  }

  /** This text, of characters up to U+00FF. */
  static Literal of(String text) {
    byte[] bytes = text.getBytes(ISO_8859_1);
    return new Literal(bytes.length, run -> bytes);
  }

  /** Digits of the lane, which tell it from the others. */
  static Literal lane(String purpose, Radix radix, int width) {
    return new Literal(width, run -> run.lane().digits(purpose, radix, width));
  }

  /** One of these characters, by the lane. */
  static Literal choice(String purpose, String characters) {
    byte[] all = characters.getBytes(ISO_8859_1);
    return new Literal(1, run -> new byte[] {all[run.lane().choice(purpose, all.length)]});
  }

  @Override
  public int length(UniqueData run) {
    return length;
  }

  @Override
  public Cell open(UniqueData run, byte[] text, int at) {
    System.arraycopy(this.text.apply(run), 0, text, at, length);
    return Cell.FIXED;
  }
}
