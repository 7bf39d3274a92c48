package com.openshow.loadtest.plan;

/**
 * Something of a scenario file that a plan without the plugin does not do, or does otherwise.
 *
 * @param pointer where it stands in the file, as a JSON pointer
 * @param text what happens instead
 */
public record StockNote(String pointer, String text) {
  @Override
  public String toString() {
    return pointer + ": " + text;
  }
}
