package com.openshow.loadtest.jmeter;

import com.openshow.loadtest.schedule.Profile;
import com.openshow.loadtest.schedule.Schedule;
import com.openshow.loadtest.schedule.Timetable;
import com.openshow.loadtest.slo.measure.SampleKey;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.jmeter.processor.PostProcessor;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.samplers.Sampler;
import org.apache.jmeter.testbeans.TestBean;
import org.apache.jmeter.testbeans.TestBeanHelper;
import org.apache.jmeter.testelement.AbstractTestElement;
import org.apache.jmeter.testelement.TestStateListener;
import org.apache.jmeter.testelement.ThreadListener;
import org.apache.jmeter.threads.JMeterContext;
import org.apache.jmeter.threads.JMeterContextService;
import org.apache.jmeter.threads.JMeterThread;
import org.apache.jmeter.threads.ThreadGroup;
import org.apache.jmeter.timers.Timer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the requests in its scope start at the due times of one schedule, shared by all threads.
 *
 * <p>When no thread was free at a due time, the request starts late. Its lag, from the moment it
 * was due to the moment it began, in milliseconds, is written into the sample as its idle time: so
 * it travels to remote controllers, and stands in the column {@code IdleTime} of result files.
 * Elapsed plus idle time is the latency a user would have seen (no coordinated omission).
 *
 * <p>Flow control actions, unique data and samples that prepare a virtual user take no due time.
 */
public final class ScheduleTimer extends AbstractTestElement
    implements Timer, PostProcessor, TestBean, TestStateListener, ThreadListener {
  /** The rate that asks for no schedule: every thread works as fast as it can. */
  static final String FLAT_OUT = "0";

  static final String RATE = "rate";
  static final String POISSON = "poisson";
  static final String SEED = "seed";

  private static final Object BEGINNING = new Object();

  // By name: it lives in a jar that this plugin needs for nothing else.
  private static final String FLOW_CONTROL_ACTION = "org.apache.jmeter.sampler.TestAction";

  private static final Logger LOG = LoggerFactory.getLogger(ScheduleTimer.class);

  /** Longer than any test, yet far from overflowing JMeter's sum of delays. */
  private static final long NEVER_MILLIS = 1L << 40;

  // Shared by the clones that JMeter makes for its threads.
  private transient AtomicReference<Schedules.@Nullable Entry> shared = new AtomicReference<>();
  private transient long dueMillis = -1;

  // Whether the samples are for a controller, which cannot see this JVM's schedules.
  private transient boolean remote;

  private transient String rate = "1";
  private transient boolean poisson;
  private transient String seed = "";

  @Override
  public long delay() {
    JMeterContext context = JMeterContextService.getContext();
    dueMillis = -1;
    if (rate.equals(FLAT_OUT) || !isScheduled(context.getCurrentSampler())) {
      return 0;
    }
    Schedules.Entry run = begun(context);
    // Signing in has taken its time: the schedule has the whole duration nevertheless.
    JMeterThread thread = context.getThread();
    thread.setEndTime(Math.max(thread.getEndTime(), run.endMillis()));
    long due = Schedules.take(context, run);
    if (due == Schedules.NEVER) {
      return NEVER_MILLIS;
    }
    dueMillis = due;
    return Math.max(0, dueMillis - System.currentTimeMillis());
  }

  @Override
  public void threadStarted() {
    // JMeter sets the fields of a bean only before a sampler.
    TestBeanHelper.prepare(this);
    JMeterContext context = JMeterContextService.getContext();
    if (!rate.equals(FLAT_OUT)) {
      Schedules.announce(context.getThreadGroup().getName(), () -> begun(context));
    }
  }

  @Override
  public void threadFinished() {
    // The schedule is the other threads'.
  }

  private Schedules.Entry begun(JMeterContext context) {
    Schedules.Entry run = shared.get();
    if (run != null) {
      return run;
    }
    // Threads that come at the same moment must not each begin a schedule.
    synchronized (BEGINNING) {
      run = shared.get();
      if (run == null) {
        run = start(context);
        shared.set(run);
      }
      return run;
    }
  }

  private static boolean isScheduled(@Nullable Sampler sampler) {
    return sampler != null
        && !sampler.getClass().getName().equals(FLOW_CONTROL_ACTION)
        && !(sampler instanceof UniqueSampler)
        && !SampleKey.isSetup(sampler.getName());
  }

  private Schedules.Entry start(JMeterContext context) {
    try {
      Injectors injectors = Injectors.current();
      long number = seed.isBlank() ? System.nanoTime() : Long.parseLong(seed.trim());
      Schedules.Entry entry =
          begin(
              context,
              rate,
              new Schedule.Arrivals(poisson, number, injectors.count(), injectors.number()));
      LOG.info(
          "\"{}\": {} requests/s, {}, injector {} of {}",
          getName(),
          rate,
          poisson ? "Poisson with seed " + number : "evenly",
          injectors.number(),
          injectors.count());
      return entry;
    } catch (IllegalArgumentException e) {
      LOG.error("\"{}\": {}. The test stops.", getName(), e.getMessage());
      JMeterContextService.getContext().getEngine().askThreadsToStop();
      return begin(context, FLAT_OUT, new Schedule.Arrivals(false, 0, 1, 1));
    }
  }

  private static Schedules.Entry begin(
      JMeterContext context, String rate, Schedule.Arrivals arrivals) {
    long durationMillis =
        context.getThreadGroup() instanceof ThreadGroup group && group.getScheduler()
            ? TimeUnit.SECONDS.toMillis(group.getDuration())
            : 0;
    Schedules.Entry entry =
        new Schedules.Entry(
            new Timetable(rate, arrivals, System.currentTimeMillis(), durationMillis));
    Schedules.begin(context.getThreadGroup().getName(), entry);
    return entry;
  }

  @Override
  public void process() {
    SampleResult result = JMeterContextService.getContext().getPreviousResult();
    if (dueMillis >= 0 && result != null) {
      long lag = Math.max(0, result.getStartTime() - dueMillis);
      result.setIdleTime(lag);
      dueMillis = -1;
      Schedules.Entry run = shared.get();
      if (run != null) {
        run.started(lag);
        if (remote) {
          RemoteSchedules.mark(result, run.timetable());
        }
      }
    }
  }

  /** Requests per second as {@link Profile#parse} reads them. */
  public String getRate() {
    return rate;
  }

  /** Sets requests per second, or stages such as {@code 30s:200,60s:200}. */
  public void setRate(String rate) {
    this.rate = rate;
  }

  /** Whether the requests come at random. */
  public boolean isPoisson() {
    return poisson;
  }

  /** Sets whether the requests come at random, or evenly. */
  public void setPoisson(boolean poisson) {
    this.poisson = poisson;
  }

  /** The seed of the random gaps; empty: a fresh one, which is logged. */
  public String getSeed() {
    return seed;
  }

  /** Sets the seed of the random gaps. */
  public void setSeed(String seed) {
    this.seed = seed;
  }

  @Override
  public Object clone() {
    ScheduleTimer copy = (ScheduleTimer) super.clone();
    copy.shared = shared;
    copy.remote = remote;
    return copy;
  }

  /** Serialisation leaves transient fields empty. */
  private Object readResolve() {
    shared = new AtomicReference<>();
    dueMillis = -1;
    return this;
  }

  @Override
  public void testStarted() {
    shared.set(null);
    remote = false;
    Schedules.clear();
  }

  @Override
  public void testStarted(String host) {
    testStarted();
    remote = true;
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
