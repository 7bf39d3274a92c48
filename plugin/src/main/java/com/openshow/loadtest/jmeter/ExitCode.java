package com.openshow.loadtest.jmeter;

import com.openshow.loadtest.slo.Verdict;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lets a JMeter without GUI end with a verdict's exit code, after everything else it does.
 *
 * <p>Leaving at once from the end of a test would lose the HTML dashboard and the last lines of the
 * results file. So one thread, and only one for all listeners, waits until every other non-daemon
 * thread is gone, as the JVM itself would, and then exits.
 */
final class ExitCode {
  /** A plan with objectives nobody can read (EX_DATAERR of sysexits.h). */
  static final int INVALID_PLAN = 65;

  private static final long PAUSE_MILLIS = 20;

  private static @Nullable Verdict verdict;

  private ExitCode() {}

  /** The code: 0 for a pass, 1 for a breach, 2 for what could not be judged. */
  static int of(Verdict verdict) {
    return switch (verdict) {
      case PASS -> 0;
      case FAIL -> 1;
      case INCONCLUSIVE -> 2;
    };
  }

  /** Ends the JVM with the code of this verdict and those of all other listeners together. */
  static synchronized void leaveWith(Verdict part) {
    Verdict before = verdict;
    verdict = before == null ? part : before.and(part);
    if (before == null) {
      Thread waiter = new Thread(ExitCode::leaveAfterAllOthers, "slo-exit-code");
      waiter.setDaemon(false);
      waiter.start();
    }
  }

  private static void leaveAfterAllOthers() {
    try {
      for (Optional<Thread> other = other(); other.isPresent(); other = other()) {
        other.get().join(PAUSE_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    System.exit(of(whole()));
  }

  private static synchronized Verdict whole() {
    return verdict == null ? Verdict.INCONCLUSIVE : verdict;
  }

  /** A thread that keeps the JVM alive, other than this one and the JVM's own. */
  private static Optional<Thread> other() {
    Set<Thread> live =
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.isAlive() && !thread.isDaemon())
            .filter(thread -> thread != Thread.currentThread())
            .filter(thread -> !thread.getName().equals("DestroyJavaVM"))
            .collect(Collectors.toSet());
    return live.stream().findAny();
  }
}
