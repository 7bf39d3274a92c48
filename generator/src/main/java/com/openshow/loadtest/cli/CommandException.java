package com.openshow.loadtest.cli;

/** A user's mistake, or a failure a user can do something about: a message, never a trace. */
final class CommandException extends Exception {
  private final ExitStatus status;

  CommandException(ExitStatus status, String message) {
    super(message);
    this.status = status;
  }

  ExitStatus status() {
    return status;
  }
}
