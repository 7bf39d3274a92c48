package com.openshow.loadtest.results;

import com.openshow.loadtest.slo.measure.Details;
import com.openshow.loadtest.slo.measure.Received;
import java.util.function.UnaryOperator;

/** The extras of one sample; the same object for each sample of a file. */
final class Particulars {
  // Longer texts are rare, and too big to be remembered by the thousand.
  private static final int MAX_REMEMBERED = 200;

  private final boolean numbers;
  private final boolean failures;
  private final Interned texts = new Interned(UnaryOperator.identity());
  private long connect;
  private long firstByte;
  private long received;
  private long sent;
  private boolean codeKnown;
  private boolean isResponse;
  private String code = "";
  private String responseMessage = "";
  private String failureMessage = "";

  Particulars(JtlOptions options) {
    numbers = !options.lookedAt().isEmpty();
    failures = options.extras().contains(Extra.FAILURES);
  }

  /** Forgets the sample before. */
  void begin() {
    connect = Details.UNKNOWN_VALUE;
    firstByte = Details.UNKNOWN_VALUE;
    received = Details.UNKNOWN_VALUE;
    sent = Details.UNKNOWN_VALUE;
    codeKnown = false;
    isResponse = true;
    code = "";
    responseMessage = "";
    failureMessage = "";
  }

  void number(Column column, long value) {
    switch (column) {
      case CONNECT -> connect = value;
      case LATENCY -> firstByte = value;
      case BYTES -> received = value;
      default -> sent = value;
    }
  }

  /** The response code was read: whether it is that of a response. */
  void response(boolean is) {
    codeKnown = true;
    isResponse = is;
  }

  void text(Column column, char[] text, int offset, int length) {
    if (!failures) {
      return;
    }
    String value =
        length > MAX_REMEMBERED ? new String(text, offset, length) : texts.of(text, offset, length);
    switch (column) {
      case RESPONSE_CODE -> code = value;
      case RESPONSE_MESSAGE -> responseMessage = value;
      default -> failureMessage = value;
    }
  }

  /** What an assertion said; the first of them counts. */
  void failureMessage(String message) {
    failureMessage = failureMessage.isEmpty() ? message : failureMessage;
  }

  Details details(boolean failed, boolean transaction) {
    if (!numbers) {
      return Details.UNKNOWN;
    }
    boolean unclear = failed && !codeKnown;
    return new Details(
        connect,
        firstByte,
        unclear || received < 0
            ? Details.UNKNOWN_VALUE
            : Received.bytes(received, isResponse, failed, transaction),
        sent);
  }

  /** Whether it is of interest why samples failed. */
  boolean hasFailures() {
    return failures;
  }

  String code() {
    return code;
  }

  /** Why it failed: what an assertion says, else what the response said of itself. */
  String message() {
    return failureMessage.isEmpty() ? responseMessage : failureMessage;
  }
}
