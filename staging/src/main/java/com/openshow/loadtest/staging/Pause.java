package com.openshow.loadtest.staging;

/** Waiting, as a slow backend does: the request keeps its thread. */
final class Pause {
  private Pause() {}

  static void millis(long millis) {
    if (millis <= 0) {
      return;
    }
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
