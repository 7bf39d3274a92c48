package com.openshow.loadtest.data;

import java.util.function.BiConsumer;

/** Gives out values of one type, each once. Any number of threads may draw from it. */
public interface UniqueSource {
  /**
   * A new value: that of the type's first variable.
   *
   * @throws UniqueDataException when all values that there are were given out
   */
  String next();

  /**
   * Draws a new value, and hands over each variable of it, the first one first.
   *
   * @param variables takes the name and the value
   * @return the value of the first variable
   * @throws UniqueDataException when all values that there are were given out
   */
  String next(BiConsumer<? super String, ? super String> variables);
}
