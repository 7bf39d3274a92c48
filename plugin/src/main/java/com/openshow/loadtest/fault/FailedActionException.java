package com.openshow.loadtest.fault;

/** An action could not be done; the message says why, and tells no secret. */
public final class FailedActionException extends Exception {
  FailedActionException(String message) {
    super(message);
  }
}
