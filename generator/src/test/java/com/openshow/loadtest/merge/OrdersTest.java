package com.openshow.loadtest.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class OrdersTest {
  private static final List<String> BASE = List.of("a", "b", "c");

  @Test
  void additionsOfBothSidesStandBehindWhatTheyStoodBehind() {
    assertThat(merge(List.of("a", "mine", "b", "c"), List.of("a", "b", "new", "c")))
        .containsExactly("a", "mine", "b", "new", "c");
    assertThat(merge(List.of("mine", "a", "b", "c"), List.of("a", "b", "c", "new")))
        .containsExactly("mine", "a", "b", "c", "new");
  }

  @Test
  void theSideThatMovedSomethingGivesTheOrder() {
    assertThat(merge(List.of("c", "a", "b"), List.of("a", "b", "new", "c")))
        .containsExactly("c", "a", "b", "new");
    assertThat(merge(List.of("a", "mine", "b", "c"), List.of("c", "b", "a")))
        .containsExactly("c", "b", "a", "mine");
  }

  @Test
  void whereBothMovedTheWinnerGivesTheOrder() {
    List<String> plan = List.of("c", "a", "b");
    List<String> scenarios = List.of("b", "a", "c");
    assertThat(Orders.conflict(BASE, plan, scenarios)).isTrue();
    assertThat(Orders.merge(BASE, plan, scenarios, Prefer.PLAN)).isEqualTo(plan);
    assertThat(Orders.merge(BASE, plan, scenarios, Prefer.SCENARIOS)).isEqualTo(scenarios);
    assertThat(Orders.conflict(BASE, plan, plan)).isFalse();
    assertThat(Orders.conflict(BASE, plan, BASE)).isFalse();
  }

  private static List<String> merge(List<String> plan, List<String> scenarios) {
    assertThat(Orders.conflict(BASE, plan, scenarios)).isFalse();
    return Orders.merge(BASE, plan, scenarios, Prefer.PLAN);
  }
}
