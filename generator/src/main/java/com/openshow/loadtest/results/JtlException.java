package com.openshow.loadtest.results;

/** A results file that cannot be read; the message names file, place and what was expected. */
public final class JtlException extends Exception {
  JtlException(String message) {
    super(message);
  }
}
