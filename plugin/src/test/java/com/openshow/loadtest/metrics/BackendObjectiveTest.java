package com.openshow.loadtest.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openshow.loadtest.slo.Bar;
import com.openshow.loadtest.slo.Comparison;
import com.openshow.loadtest.slo.OnNoData;
import com.openshow.loadtest.slo.Severity;
import com.openshow.loadtest.slo.Terms;
import com.openshow.loadtest.slo.Window;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class BackendObjectiveTest {
  private static final Bar AT_MOST_70 = new Bar(Comparison.LTE, 70, "%");

  private static ValueClaim value(String reducer) {
    return new ValueClaim("cpu", Reducer.parse(reducer), AT_MOST_70, new Grouping.Each(), 0.9);
  }

  private static BackendObjective of(Claim claim, Window window, Terms terms) {
    return new BackendObjective("Database CPU", "prom", claim, "S_01", window, terms, "");
  }

  @Test
  void eachReducerIsReadFromWhatItWrites() {
    for (String text :
        List.of("avg", "max", "min", "p95", "p99.9", "last", "rate", "sustained 30s")) {
      assertThat(Reducer.parse(text).text()).isEqualTo(text);
    }
    assertThat(Reducer.parse("sustained 1.5m").text()).isEqualTo("sustained 90s");
    assertThat(Reducer.parse(" sustained 2500 ms").text()).isEqualTo("sustained 2.5s");
  }

  @Test
  void everyKindOfReducerIsReadByItsLabel() {
    for (ReducerKind kind : ReducerKind.values()) {
      String example = kind.label().replace("<percentile>", "50").replace("<time>", "10s");
      assertThat(Reducer.find(example)).as(example).isPresent();
    }
  }

  @Test
  void whatIsNoReducerIsRefusedWithAllThatAre() {
    for (String text :
        List.of("", "mean", "p0", "p100", "p", "sustained", "sustained 0s", "avg()", "AVG")) {
      assertThatThrownBy(() -> Reducer.parse(text))
          .as(text)
          .hasMessage(
              "reduce must be one of avg, max, min, p<percentile>, last, rate, sustained <time>,"
                  + " such as p95 or sustained 30s, but was \""
                  + text
                  + "\"");
    }
  }

  @Test
  void groupsAreReadFromWhatTheyWrite() {
    for (String text : List.of("", "by ()", "by (instance)", "by (instance, pod)")) {
      assertThat(Grouping.find(text).orElseThrow().text()).isEqualTo(text);
    }
    assertThat(Grouping.find("by(instance,pod)"))
        .contains(new Grouping.By(List.of("instance", "pod")));
    for (String text : List.of("instance", "by instance", "by (in-stance)", "by (a,)")) {
      assertThat(Grouping.find(text)).as(text).isEmpty();
    }
  }

  @Test
  void aSustainedMissIsHeldAgainstItsTime() {
    assertThat(value("sustained 30s").bar()).isEqualTo(new Bar(Comparison.LT, 30, "s"));
    assertThat(value("avg").bar()).isEqualTo(AT_MOST_70);
  }

  @Test
  void itsNameAndPromiseTellWhatPeopleNeed() {
    BackendObjective warning =
        of(
            value("p95"),
            new Window.Stage("peak", Duration.ofSeconds(60), Duration.ofSeconds(120)),
            new Terms(Severity.WARN, OnNoData.INCONCLUSIVE, false, Optional.empty()));
    assertThat(warning.title()).isEqualTo("Database CPU (stage peak: 60s to 120s) (warning)");
    assertThat(warning.promise()).isEqualTo("p95 <= 70 % in stage peak: 60s to 120s");
  }

  @Test
  void whatCannotBeJudgedIsRefused() {
    Terms usual = Terms.USUAL;
    assertThatThrownBy(() -> of(value("avg"), new Window.Sustained(Duration.ofSeconds(30)), usual))
        .hasMessageContaining("write \"sustained 30s\" as reduce");
    assertThatThrownBy(
            () ->
                of(
                    value("avg"),
                    new Window.WholeRun(),
                    new Terms(Severity.FAIL, OnNoData.INCONCLUSIVE, true, Optional.empty())))
        .hasMessage("strict has no meaning for a backend objective");
    StatesClaim states =
        new StatesClaim(
            "breaker",
            new StateMetric.ByLabel("state"),
            List.of("closed", "open"),
            Map.of(),
            List.of());
    assertThatThrownBy(
            () ->
                of(
                    states,
                    new Window.WholeRun(),
                    new Terms(
                        Severity.FAIL,
                        OnNoData.INCONCLUSIVE,
                        false,
                        Optional.of(Duration.ofSeconds(5)))))
        .hasMessage("states are judged at the end, and stop no test");
  }

  @Test
  void claimsThatMakeNoSenseAreRefused() {
    assertThatThrownBy(
            () ->
                new ValueClaim(
                    "cpu", new Reducer.Average(), AT_MOST_70, new Grouping.Each(), Double.NaN))
        .hasMessage("coverage must be more than 0 and at most 1, but was NaN");
    assertThatThrownBy(
            () ->
                new ValueClaim(
                    "cpu",
                    new Reducer.Average(),
                    new Bar(Comparison.LTE, Double.NaN, "%"),
                    new Grouping.Each(),
                    1))
        .hasMessage("target must be a number, but was NaN");
    assertThatThrownBy(
            () ->
                new StatesClaim(
                    "breaker",
                    new StateMetric.ByLabel("state"),
                    List.of("open", "open"),
                    Map.of(),
                    List.of()))
        .hasMessageContaining("\"open\" came twice");
  }
}
