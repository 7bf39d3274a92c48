package com.openshow.loadtest.scenario.read;

/**
 * Something wrong, or odd, in a scenario file.
 *
 * @param severity whether the file can be used all the same
 * @param file the file's name as the user gave it
 * @param line counted from 1
 * @param column counted from 1
 * @param pointer the JSON pointer of the place; empty for the whole file
 * @param message what is wrong, and what was expected
 */
public record Problem(
    Severity severity, String file, int line, int column, String pointer, String message) {
  /** How bad it is. */
  public enum Severity {
    /** The file cannot be used. */
    ERROR,
    /** The file can be used, but may not mean what its author thinks. */
    WARNING
  }

  /** One line: {@code file:line:column: error: /pointer: message}. */
  @Override
  public String toString() {
    String kind = severity == Severity.ERROR ? "error" : "warning";
    String place = pointer.isEmpty() ? "" : Text.printable(pointer) + ": ";
    return file + ":" + line + ":" + column + ": " + kind + ": " + place + message;
  }
}
