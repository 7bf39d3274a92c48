package com.openshow.loadtest.jmeter;

import com.openshow.loadtest.filler.FillerTexts;
import java.security.SecureRandom;
import org.apache.jmeter.threads.JMeterContextService;
import org.apache.jmeter.util.JMeterUtils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The filler of the test that runs; a JVM that runs several tests has one for each. */
final class FillerRun {
  private static final Logger LOG = LoggerFactory.getLogger(FillerRun.class);

  private static volatile @Nullable FillerRun current;

  private final long testStart;
  private final FillerTexts texts;

  private FillerRun(long testStart, FillerTexts texts) {
    this.testStart = testStart;
    this.texts = texts;
  }

  /**
   * The filler of the test that runs; outside of tests, filler of its own.
   *
   * @throws IllegalArgumentException when the properties do not say what they should
   */
  static FillerTexts current() {
    FillerRun run = current;
    return run != null && run.testStart == JMeterContextService.getTestStartTime()
        ? run.texts
        : begin();
  }

  private static synchronized FillerTexts begin() {
    long testStart = JMeterContextService.getTestStartTime();
    FillerRun run = current;
    if (run == null || run.testStart != testStart) {
      long seed = seed();
      int injector = Injectors.current().number();
      LOG.info("Filler: seed {}, injector {}", seed, injector);
      run =
          new FillerRun(
              testStart, new FillerTexts(seed, () -> injector + "/" + UniqueRun.threadName()));
      current = run;
    }
    return run.texts;
  }

  private static long seed() {
    String text = JMeterUtils.getPropDefault(LoadTestProperties.SEED, "").trim();
    if (text.isEmpty()) {
      return new SecureRandom().nextLong();
    }
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "the property "
              + LoadTestProperties.SEED
              + " must be a whole number, but was \""
              + text
              + "\"",
          e);
    }
  }
}
