package com.openshow.loadtest.jmeter;

import com.openshow.loadtest.expose.MetricsSettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.jmeter.util.JMeterUtils;

/** Whether and where a run shows its metrics, as the properties say. */
final class ExposureProperties {
  private static final String LOOPBACK = "127.0.0.1";
  private static final int GREATEST_PORT = 65_535;
  private static final int LAST_SCRAPE_SECONDS = 15;
  private static final int MOST_SECONDS = 3_600;
  private static final int LABELS = 200;
  private static final int MOST_LABELS = 10_000;

  private final UnaryOperator<String> properties;
  private final List<String> problems;

  private ExposureProperties(UnaryOperator<String> properties, List<String> problems) {
    this.properties = properties;
    this.problems = problems;
  }

  /** Empty where nothing is to be shown. What is wrong is added to the problems. */
  static Optional<MetricsSettings> read(List<String> problems) {
    return read(name -> JMeterUtils.getPropDefault(name, ""), problems);
  }

  /**
   * The same from other properties.
   *
   * @param properties the value of each; empty where it is not set
   */
  static Optional<MetricsSettings> read(UnaryOperator<String> properties, List<String> problems) {
    return new ExposureProperties(properties, problems).settings();
  }

  private Optional<MetricsSettings> settings() {
    if (property(LoadTestProperties.METRICS_PORT).isEmpty()) {
      return Optional.empty();
    }
    int before = problems.size();
    String host = property(LoadTestProperties.METRICS_HOST);
    int port = number(LoadTestProperties.METRICS_PORT, 0, 0, GREATEST_PORT);
    int seconds =
        number(LoadTestProperties.METRICS_LAST_SCRAPE, LAST_SCRAPE_SECONDS, 0, MOST_SECONDS);
    int labels = number(LoadTestProperties.METRICS_LABELS, LABELS, 1, MOST_LABELS);
    return problems.size() > before
        ? Optional.empty()
        : Optional.of(
            new MetricsSettings(
                host.isEmpty() ? LOOPBACK : host, port, Duration.ofSeconds(seconds), labels));
  }

  private String property(String name) {
    return properties.apply(name).strip();
  }

  private int number(String name, int usual, int least, int most) {
    String text = property(name);
    if (text.isEmpty()) {
      return usual;
    }
    if (text.matches("\\d{1,5}")) {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    }
    problems.add(
        name + " must be a whole number, " + least + " to " + most + ", but was \"" + text + "\"");
    return usual;
  }
}
