package com.openshow.loadtest.jmeter;

import com.openshow.loadtest.hlog.LogWriter;
import com.openshow.loadtest.report.FileProblem;
import com.openshow.loadtest.slo.measure.Increment;
import com.openshow.loadtest.slo.measure.Journal;
import com.openshow.loadtest.slo.measure.RunRecorder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.jmeter.util.JMeterUtils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the histogram log of a run while it goes on, so that a run that is killed can be judged.
 * Whatever becomes of the log, the run goes on.
 */
final class LiveLog {
  private static final int USUAL_SECONDS = 5;

  /** What waits for ten minutes is thrown away. */
  private static final int MOST_SECONDS = 300;

  /** So long the end of a run waits for a disk that does not answer. */
  private static final long PATIENCE_SECONDS = 5;

  private static final Logger LOG = LoggerFactory.getLogger(LiveLog.class);

  private final Clock clock;
  private final RunRecorder recorder;
  private final Journal journal;
  private final ReentrantLock writing = new ReentrantLock();
  private final CountDownLatch over = new CountDownLatch(1);
  private @Nullable LogWriter log;
  private Instant written;

  private LiveLog(RunRecorder recorder, Clock clock) {
    this.recorder = recorder;
    this.clock = clock;
    this.journal = recorder.journal();
    this.written = clock.instant();
  }

  /**
   * How often it is written, as the property says; zero for not at all.
   *
   * @throws IllegalArgumentException when it says something else
   */
  static Duration period() {
    String text =
        JMeterUtils.getPropDefault(
            LoadTestProperties.HISTOGRAM_LOG, Integer.toString(USUAL_SECONDS));
    try {
      int seconds = Integer.parseInt(text.trim());
      if (seconds >= 0 && seconds <= MOST_SECONDS) {
        return Duration.ofSeconds(seconds);
      }
    } catch (NumberFormatException e) {
      // Refused below, with the numbers out of range.
    }
    throw new IllegalArgumentException(
        LoadTestProperties.HISTOGRAM_LOG
            + " must be a whole number of seconds, 0 (no log) to "
            + MOST_SECONDS
            + ", but was \""
            + text
            + "\"");
  }

  /** Begins a log, unless the period is zero. */
  static Optional<LiveLog> start(
      RunRecorder recorder, ReportFolder folder, Clock clock, Duration period) {
    if (period.isZero()) {
      return Optional.empty();
    }
    LiveLog live = new LiveLog(recorder, clock);
    try {
      folder.write(live::create);
      Thread writer = new Thread(() -> live.writeEvery(period), "slo-histogram-log");
      writer.setDaemon(true);
      writer.start();
    } catch (IOException e) {
      live.giveUp(FileProblem.reason(e));
    }
    return Optional.of(live);
  }

  private void create(Path folder) throws IOException {
    log =
        LogWriter.create(folder.resolve(LogWriter.FILE_NAME), recorder.settings(), clock.instant());
  }

  private void writeEvery(Duration period) {
    try {
      while (!over.await(period.toMillis(), TimeUnit.MILLISECONDS)) {
        write(false, Optional.empty());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Writes what is left, once no more is recorded.
   *
   * @param interruption why the run did not go to its end; empty when it did
   */
  void end(Optional<String> interruption) {
    over.countDown();
    try {
      if (writing.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        writing.unlock();
        write(true, interruption);
      } else {
        Warning.say("the histogram log is not whole: its disk does not answer");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void write(boolean isEnd, Optional<String> interruption) {
    writing.lock();
    try {
      LogWriter open = log;
      if (open != null) {
        Instant now = clock.instant();
        Optional<Increment> increment = journal.take();
        if (increment.isPresent()) {
          open.write(increment.get());
        }
        written = now;
        if (isEnd) {
          log = null;
          open.end(interruption);
          open.close();
        }
      }
    } catch (IOException e) {
      giveUp(FileProblem.reason(e));
    } catch (RuntimeException e) {
      giveUp(e.toString());
    } finally {
      writing.unlock();
    }
  }

  private void giveUp(String why) {
    journal.close();
    LogWriter open = log;
    log = null;
    if (open != null) {
      try {
        open.close();
      } catch (IOException e) {
        LOG.debug("What could not be written is not missed now", e);
      }
    }
    Warning.say(
        "no histogram log is written any more ("
            + why
            + "): the run goes on, but if it is killed, it can be judged to "
            + written.truncatedTo(ChronoUnit.SECONDS)
            + " only");
  }
}
