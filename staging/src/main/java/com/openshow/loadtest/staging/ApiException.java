package com.openshow.loadtest.staging;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request that is answered with an error status and a reason. */
final class ApiException extends RuntimeException {
  private final int status;
  private final @Nullable Duration retryAfter;

  ApiException(int status, String message) {
    super(message);
    this.status = status;
    this.retryAfter = null;
  }

  /** Status 503, with the time after which another try may succeed. */
  ApiException(Duration retryAfter, String message) {
    super(message);
    this.status = 503;
    this.retryAfter = retryAfter;
  }

  int status() {
    return status;
  }

  /** The header Retry-After in whole seconds, rounded up; empty when there is none to give. */
  Optional<String> retryAfterSeconds() {
    return Optional.ofNullable(retryAfter)
        .map(wait -> Long.toString(Math.max(1, wait.plusMillis(999).toSeconds())));
  }
}
