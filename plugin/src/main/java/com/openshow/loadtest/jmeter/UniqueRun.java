package com.openshow.loadtest.jmeter;

import com.openshow.loadtest.data.UniqueData;
import com.openshow.loadtest.data.UniqueDataException;
import com.openshow.loadtest.data.UniqueSettings;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jmeter.threads.JMeterContext;
import org.apache.jmeter.threads.JMeterContextService;
import org.apache.jmeter.threads.JMeterThread;
import org.apache.jmeter.util.JMeterUtils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The unique data of the test that runs: all elements, functions and threads of one test draw from
 * the same. A JVM that runs several tests, as the GUI and jmeter-server do, has one for each.
 */
final class UniqueRun {
  private static final Logger LOG = LoggerFactory.getLogger(UniqueRun.class);

  private static volatile @Nullable UniqueRun current;

  private final long testStart;
  private final UniqueData data;

  private UniqueRun(long testStart, UniqueData data) {
    this.testStart = testStart;
    this.data = data;
  }

  /**
   * The data of the test that runs; outside of tests, data of their own.
   *
   * @throws UniqueDataException when the properties do not say what they should
   */
  static UniqueData current() {
    UniqueRun run = current;
    return run != null && run.testStart == JMeterContextService.getTestStartTime()
        ? run.data
        : begin();
  }

  private static synchronized UniqueData begin() {
    long testStart = JMeterContextService.getTestStartTime();
    UniqueRun run = current;
    if (run == null || run.testStart != testStart) {
      UniqueData data =
          UniqueData.start(
              settings(), Clock.systemUTC(), new SecureRandom(), UniqueRun::threadName);
      LOG.info("Unique data: {}", describe(data));
      run = new UniqueRun(testStart, data);
      current = run;
    }
    return run.data;
  }

  private static String describe(UniqueData data) {
    UniqueSettings settings = data.settings();
    return "run "
        + data.run()
        + ", values with an identifier have "
        + data.prefix()
        + ", "
        + settings
            .injector()
            .map(injector -> "injector " + injector.number() + " of " + injector.count())
            .orElse("one of several injectors without a number")
        + (settings.isRepeat() ? ", the same values as in every run of this name" : "");
  }

  private static UniqueSettings settings() {
    List<String> problems = new ArrayList<>();
    String first = JMeterUtils.getPropDefault(LoadTestProperties.UNIQUE_FIRST, "1").trim();
    long number = 1;
    try {
      number = Long.parseLong(first);
    } catch (NumberFormatException e) {
      problems.add("it must be a whole number, but was \"" + first + "\"");
    }
    if (!problems.isEmpty()) {
      throw new UniqueDataException(
          List.of("the property " + LoadTestProperties.UNIQUE_FIRST + ": " + problems.get(0)));
    }
    String run = JMeterUtils.getPropDefault(LoadTestProperties.UNIQUE_RUN, "").trim();
    boolean isRepeat =
        Boolean.parseBoolean(
            JMeterUtils.getPropDefault(LoadTestProperties.UNIQUE_REPEAT, "false").trim());
    return new UniqueSettings(
        run.isEmpty() ? Optional.empty() : Optional.of(run), isRepeat, injector(), number);
  }

  /** Empty on a server that nobody numbered: there may be others. */
  private static Optional<UniqueSettings.Injector> injector() {
    boolean isNumbered = JMeterUtils.getProperty(LoadTestProperties.INJECTORS) != null;
    if (!isNumbered && !distributedPrefix().isEmpty()) {
      return Optional.empty();
    }
    Injectors injectors = Injectors.current();
    return Optional.of(new UniqueSettings.Injector(injectors.number(), injectors.count()));
  }

  private static String distributedPrefix() {
    return JMeterUtils.getPropDefault(
        JMeterUtils.THREAD_GROUP_DISTRIBUTED_PREFIX_PROPERTY_NAME, "");
  }

  /** The same in every run of a plan, wherever it runs. */
  static String threadName() {
    JMeterContext context = JMeterContextService.getContext();
    JMeterThread thread = context.getThread();
    if (thread == null) {
      return Thread.currentThread().getName();
    }
    String name = thread.getThreadName();
    String prefix = distributedPrefix() + "-";
    return prefix.length() > 1 && name.startsWith(prefix) ? name.substring(prefix.length()) : name;
  }
}
