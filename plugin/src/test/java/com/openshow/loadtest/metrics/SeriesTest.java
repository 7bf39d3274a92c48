package com.openshow.loadtest.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SeriesTest {
  @Test
  void aSeriesIsWrittenAsPrometheusWritesIt() {
    Series series =
        new Series(
            Map.of("job", "api", Series.NAME, "up", "instance", "a\"b\\c\nd"),
            List.of(new Point(1, 2)));

    assertThat(series.text()).isEqualTo("up{instance=\"a\\\"b\\\\c\\nd\",job=\"api\"}");
    assertThat(new Series(Map.of(), List.of()).text()).isEqualTo("{}");
  }

  @Test
  void pointsThatDoNotFollowEachOtherAreRefused() {
    assertThatThrownBy(() -> new Series(Map.of(), List.of(new Point(5, 0), new Point(5, 1))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("one of 5 follows one of 5");
  }
}
