package com.openshow.loadtest.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

final class UniqueDataTest {
  private static final Clock STOPPED = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

  @Test
  void noTwoThreadsGetTheSameValue() throws Exception {
    UniqueIds ids = new UniqueIds(new RunId("r"));
    Set<String> seen = ConcurrentHashMap.newKeySet();
    Thread[] threads = new Thread[8];
    for (int t = 0; t < threads.length; t++) {
      threads[t] =
          new Thread(
              () -> {
                for (int i = 0; i < 20_000; i++) {
                  seen.add(ids.next());
                }
              });
      threads[t].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(seen).hasSize(160_000);
  }

  @Test
  void runsThatStartInTheSameMillisecondDiffer() {
    SecureRandom random = new SecureRandom();
    Set<String> seen = ConcurrentHashMap.newKeySet();
    for (int i = 0; i < 10_000; i++) {
      seen.add(RunId.fresh(STOPPED, random).text());
    }
    assertThat(seen).hasSize(10_000);
  }

  @Test
  void theLongestLocalPartFitsIntoTheLimitOfRfc5321() {
    String id = "lt-" + "z".repeat(32) + "-" + Long.toString(Long.MAX_VALUE, 36);
    assertThat(UniqueType.EMAIL.variables(id).get("email"))
        .matches("[a-z0-9-]{1,64}@example\\.com");
  }

  @Test
  void everyTypeWritesVariablesThatHoldTheIdentifier() {
    for (UniqueType type : UniqueType.values()) {
      assertThat(type.variables("lt-r-1").values()).anyMatch(value -> value.contains("lt-r-1"));
      assertThat(UniqueType.of(type.key())).contains(type);
    }
    assertThat(UniqueType.of("EMAIL")).isEmpty();
  }

  @Test
  void aRunIdIsShortAndPlain() {
    for (String text : new String[] {"", "A", "a_b", "a".repeat(33)}) {
      assertThatThrownBy(() -> new RunId(text))
          .hasMessage("run id must be 1 to 32 characters of a-z and 0-9, but was \"" + text + "\"");
    }
  }
}
