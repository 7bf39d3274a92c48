package com.openshow.loadtest.data;

import java.math.BigInteger;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.util.Arrays;
import java.util.Optional;

/** A part of the date and time in UTC at which a value is made. */
enum DateField implements Part {
  YEAR("yyyy", ChronoField.YEAR),
  MONTH("MM", ChronoField.MONTH_OF_YEAR),
  DAY("dd", ChronoField.DAY_OF_MONTH),
  HOUR("HH", ChronoField.HOUR_OF_DAY),
  MINUTE("mm", ChronoField.MINUTE_OF_HOUR),
  SECOND("ss", ChronoField.SECOND_OF_MINUTE);

  private final String letters;
  private final ChronoField field;

  DateField(String letters, ChronoField field) {
    this.letters = letters;
    this.field = field;
  }

  /** The field of these letters, such as {@code yyyy}. */
  static Optional<DateField> of(String letters) {
    return Arrays.stream(values()).filter(field -> field.letters.equals(letters)).findFirst();
  }

  /** How it is written. */
  String letters() {
    return letters;
  }

  @Override
  public int length(UniqueData run) {
    return letters.length();
  }

  @Override
  public Cell open(UniqueData run, byte[] text, int at) {
    byte[] zero = Radix.DECIMAL.write(BigInteger.ZERO, letters.length());
    return new Cell() {
      private long written = Long.MIN_VALUE;

      @Override
      public void renew(long millis) {
        long second = Math.floorDiv(millis, 1000L);
        if (second != written) {
          written = second;
          LocalDateTime time = LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC);
          Radix.DECIMAL.add(zero, Math.abs(time.get(field)), text, at);
        }
      }
    };
  }
}
