package com.openshow.loadtest.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

final class UniqueDataTest {
  @Test
  void noTwoThreadsGetTheSameValue() throws Exception {
    UniqueSource emails =
        UniqueData.start(UniqueSettings.FRESH).source(UniqueKind.read("email", Map.of()));
    Set<String> seen = ConcurrentHashMap.newKeySet();
    Thread[] threads = new Thread[8];
    for (int t = 0; t < threads.length; t++) {
      threads[t] =
          new Thread(
              () -> {
                for (int i = 0; i < 20_000; i++) {
                  seen.add(emails.next());
                }
              });
      threads[t].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(seen).hasSize(160_000);
  }
}
