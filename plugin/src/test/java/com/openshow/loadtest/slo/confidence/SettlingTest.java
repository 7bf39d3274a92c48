package com.openshow.loadtest.slo.confidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SettlingTest {
  @Test
  void fromNothingAboveTheTargetTheNumbersAreTheKnownOnes() {
    assertThat(Settling.percentile(20, 0, 95, 1)).hasValue(59);
    assertThat(Settling.percentile(100, 0, 99, 1)).hasValue(299);
    assertThat(Settling.share(1_000, 0, 0.0001, 1)).hasValue(29_956);
  }

  @Test
  void whatIsSettledNeedsNoMore() {
    assertThat(Settling.percentile(100, 0, 95, 1)).hasValue(100);
    assertThat(Settling.share(100, 50, 0.01, 1)).hasValue(100);
  }

  @Test
  void theNearerTheShareIsToTheTargetTheMoreItTakes() {
    long near = Settling.percentile(1_000, 48, 95, 1).orElseThrow();
    long far = Settling.percentile(1_000, 40, 95, 1).orElseThrow();
    assertThat(near).isGreaterThan(4 * far);
    assertThat(Settling.percentile(1_000, 40, 95, 5).orElseThrow()).isGreaterThan(2 * far);
  }

  @Test
  void aShareThatIsTheTargetIsNeverSettled() {
    assertThat(Settling.percentile(1_000, 50, 95, 1)).isEmpty();
    assertThat(Settling.share(1_000, 10, 0.01, 1)).isEmpty();
  }
}
