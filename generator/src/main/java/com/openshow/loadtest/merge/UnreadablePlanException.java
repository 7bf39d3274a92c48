package com.openshow.loadtest.merge;

/** A file is no test plan of JMeter; the message says where and why. */
public final class UnreadablePlanException extends Exception {
  private static final long serialVersionUID = 1;

  UnreadablePlanException(String message) {
    super(message);
  }
}
