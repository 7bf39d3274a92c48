package com.openshow.loadtest.staging;

/** A request that is answered with an error status and a reason. */
final class ApiException extends RuntimeException {
  private final int status;

  ApiException(int status, String message) {
    super(message);
    this.status = status;
  }

  int status() {
    return status;
  }
}
