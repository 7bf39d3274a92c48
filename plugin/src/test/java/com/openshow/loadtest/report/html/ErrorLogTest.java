package com.openshow.loadtest.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ErrorLogTest {
  private final ErrorLog log = new ErrorLog();

  @Test
  void failuresOfOneKindAreCountedAndTheFirstMessageIsKept() {
    log.add("S", "GET /a", "503", "Service Unavailable");
    log.add("S", "GET /a", "503", "something else");
    log.add("S", "GET /a", "500", "Internal Server Error");
    assertThat(log.samples())
        .containsExactlyInAnyOrder(
            new ErrorSample("S", "GET /a", "503", "Service Unavailable", 2),
            new ErrorSample("S", "GET /a", "500", "Internal Server Error", 1));
  }

  @Test
  void memoryIsBoundedHoweverManyKindsThereAre() {
    for (int i = 0; i < 5_000; i++) {
      log.add("S", "GET /" + i, "500", "error");
    }
    log.add("S", "GET /0", "500", "again");
    assertThat(log.samples()).hasSize(1_000);
    assertThat(log.samples()).contains(new ErrorSample("S", "GET /0", "500", "error", 2));
  }
}
