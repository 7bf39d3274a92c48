package com.openshow.loadtest.scenario;

/** Where in a response the value of a variable is found. */
public sealed interface Extraction {
  /** A JSON path into the body, such as {@code $.id}. */
  record Json(String path) implements Extraction {}

  /** The value of a response header. */
  record Header(String name) implements Extraction {}

  /** The first group of a regular expression over the body. */
  record Regex(String pattern) implements Extraction {}
}
