package com.openshow.loadtest.jmeter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openshow.loadtest.metrics.StateMetric;
import com.openshow.loadtest.metrics.StatesClaim;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class StateTextsTest {
  private static String text(StateMetric metric) {
    return StateTexts.metric(new StatesClaim("m", metric, List.of("open"), Map.of(), List.of()));
  }

  @Test
  void aStateMetricIsReadFromWhatIsWritten() {
    for (StateMetric metric :
        List.of(
            new StateMetric.ByLabel("state"),
            new StateMetric.ByValue(Map.of(0L, "closed", 1L, "open")),
            new StateMetric.ByValue(Map.of(1L, "primary"), Set.of("state", "member_state")))) {
      assertThat(StateTexts.metric(text(metric))).isEqualTo(metric);
    }
  }

  @Test
  void labelsBesidesStandBehindTheNumbers() {
    assertThat(text(new StateMetric.ByValue(Map.of(1L, "primary"), Set.of("b", "a"))))
        .isEqualTo("1 = primary without a b");
    assertThatThrownBy(() -> StateTexts.metric("without a b"))
        .hasMessageContaining("state metric must be");
  }
}
