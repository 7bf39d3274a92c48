package com.openshow.loadtest.jmeter;

import static org.assertj.core.api.Assertions.assertThat;

import com.openshow.loadtest.expose.MetricsSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ExposurePropertiesTest {
  private final List<String> problems = new ArrayList<>();

  private Optional<MetricsSettings> read(Map<String, String> properties) {
    return ExposureProperties.read(name -> properties.getOrDefault(name, ""), problems);
  }

  @Test
  void withoutAPortNothingIsShown() {
    assertThat(read(Map.of())).isEmpty();
    assertThat(read(Map.of("slo.metrics_port", " ", "slo.metrics_labels", "none"))).isEmpty();
    assertThat(problems).isEmpty();
  }

  @Test
  void aPortAloneIsEnough() {
    assertThat(read(Map.of("slo.metrics_port", " 9270 ")))
        .contains(new MetricsSettings("127.0.0.1", 9270, Duration.ofSeconds(15), 200));
    assertThat(problems).isEmpty();
  }

  @Test
  void everythingElseCanBeSaid() {
    assertThat(
            read(
                Map.of(
                    "slo.metrics_port", "0",
                    "slo.metrics_host", "::1",
                    "slo.metrics_last_scrape", "0",
                    "slo.metrics_labels", "1")))
        .contains(new MetricsSettings("::1", 0, Duration.ZERO, 1));
    assertThat(problems).isEmpty();
  }

  @Test
  void allThatIsWrongIsSaidAtOnce() {
    assertThat(
            read(
                Map.of(
                    "slo.metrics_port", "65536",
                    "slo.metrics_last_scrape", "10s",
                    "slo.metrics_labels", "0")))
        .isEmpty();
    assertThat(problems)
        .containsExactly(
            "slo.metrics_port must be a whole number, 0 to 65535, but was \"65536\"",
            "slo.metrics_last_scrape must be a whole number, 0 to 3600, but was \"10s\"",
            "slo.metrics_labels must be a whole number, 1 to 10000, but was \"0\"");
  }
}
