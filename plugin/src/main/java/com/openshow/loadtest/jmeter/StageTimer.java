package com.openshow.loadtest.jmeter;

import com.openshow.loadtest.schedule.Profile;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.jmeter.testbeans.TestBean;
import org.apache.jmeter.testelement.AbstractTestElement;
import org.apache.jmeter.testelement.TestStateListener;
import org.apache.jmeter.threads.JMeterContextService;
import org.apache.jmeter.timers.Timer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets as many threads of its group work as the stages say: the others wait here, and go on when
 * the level rises again.
 */
public final class StageTimer extends AbstractTestElement
    implements Timer, TestBean, TestStateListener {
  static final String STAGES = "stages";

  private static final Logger LOG = LoggerFactory.getLogger(StageTimer.class);
  private static final long NEVER_MILLIS = 1L << 40;

  // Shared by the clones that JMeter makes for its threads; 0 before the first asks.
  private transient AtomicLong startNanos = new AtomicLong();

  private transient String stages = "1";

  @Override
  public long delay() {
    long now = System.nanoTime();
    startNanos.compareAndSet(0, now);
    double seconds = (now - startNanos.get()) / 1e9;
    try {
      Injectors injectors = Injectors.current();
      // Threads of all injectors in one row: 1st of the 1st, 1st of the 2nd, ...
      double place =
          (double) JMeterContextService.getContext().getThreadNum() * injectors.count()
              + (injectors.number() - 1);
      OptionalDouble start = Profile.parse(stages).timeAbove(place, seconds);
      return start.isEmpty() ? NEVER_MILLIS : Math.round((start.getAsDouble() - seconds) * 1000);
    } catch (IllegalArgumentException e) {
      LOG.error("\"{}\": {}. The test stops.", getName(), e.getMessage());
      JMeterContextService.getContext().getEngine().askThreadsToStop();
      return NEVER_MILLIS;
    }
  }

  /** Numbers of threads as {@link Profile#parse} reads them. */
  public String getStages() {
    return stages;
  }

  /** Sets the numbers of threads: stages such as {@code 30s:10,60s:10,30s:0}. */
  public void setStages(String stages) {
    this.stages = stages;
  }

  @Override
  public Object clone() {
    StageTimer copy = (StageTimer) super.clone();
    copy.startNanos = startNanos;
    return copy;
  }

  /** Serialisation leaves transient fields empty. */
  private Object readResolve() {
    startNanos = new AtomicLong();
    return this;
  }

  @Override
  public void testStarted() {
    startNanos.set(0);
  }

  @Override
  public void testStarted(String host) {
    testStarted();
  }

  @Override
  public void testEnded() {
    // The next start begins afresh.
  }

  @Override
  public void testEnded(String host) {
    testEnded();
  }
}
