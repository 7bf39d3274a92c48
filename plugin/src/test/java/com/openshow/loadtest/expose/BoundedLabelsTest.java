package com.openshow.loadtest.expose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class BoundedLabelsTest {
  private final AtomicInteger told = new AtomicInteger();
  private final BoundedLabels labels = new BoundedLabels(3, told::incrementAndGet);

  @Test
  void moreThanThereIsRoomForIsTheOtherOfItsScenarioAndIsToldOnce() {
    labels.series("A", "one");
    labels.series("A", "two");
    labels.series("B", "one");
    assertThat(told).hasValue(0);

    assertThat(labels.series("A", "three")).isEqualTo(new Series("A", "other"));
    assertThat(labels.series("B", "four")).isEqualTo(new Series("B", "other"));
    assertThat(labels.series("A", "two")).isEqualTo(new Series("A", "two"));
    assertThat(told).hasValue(1);
  }

  @Test
  void howeverManyNamesThereAreTheSeriesAreFew() {
    Set<Series> all = new HashSet<>();
    for (int i = 0; i < 10_000; i++) {
      all.add(labels.series("scenario " + i % 100, "label " + i));
      labels.scenario("scenario " + i);
    }
    // Three of their own, and the others of three scenarios and of all that have no room.
    assertThat(all).hasSizeLessThanOrEqualTo(3 + 3 + 1);
    assertThat(told).hasValue(1);
  }

  @Test
  void secretsInUrlsAreNotShown() {
    assertThat(MetricNames.labelValue("https://me:pw@host/a?token=abc&b=c"))
        .isEqualTo("https://host/a?...");
    assertThat(MetricNames.labelValue("GET /a?api_key=abc def=g")).isEqualTo("GET /a?...");
    assertThat(MetricNames.labelValue("POST /a@b")).isEqualTo("POST /a@b");
    assertThat(MetricNames.labelValue("Is it there?")).isEqualTo("Is it there?");
  }

  @Test
  void longNamesAreCut() {
    assertThat(MetricNames.labelValue("x".repeat(5_000))).hasSize(203);
  }
}
