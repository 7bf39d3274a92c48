package com.openshow.loadtest.metrics.promql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openshow.loadtest.metrics.series.SeriesStore;
import com.openshow.loadtest.metrics.series.StoreLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class PromQlTest {
  @Test
  void whatIsNotKnownIsRefusedWithItsPlaceAndWhatIsKnown() {
    refused(
        "holt_winters(a[5m], 0.5, 0.5)",
        0,
        "the function is not known here; known are abs, absent,");
    refused("sum(rat(a[5m]))", 4, "the function is not known here");
    refused("count_values(\"v\", a)", 0, "and the aggregations avg, bottomk, count,");
    refused("max_over_time(rate(a[1m])[5m:1m])", 25, "expected ) or , after an argument");
    refused("rate(a[5m:1m])", 9, "subqueries are not known here; only Prometheus itself");
    refused("a @ 17", 2, "@ is not known here; only Prometheus itself");
  }

  @Test
  void whatIsWrongIsRefusedWithItsPlaceAndWhatWasExpected() {
    refused("", 0, "expected a metric, a function, a number or (");
    refused("a +", 3, "expected a metric, a function, a number or (");
    refused("a b", 2, "expected an operator, or the end");
    refused("a{b}", 3, "expected =, !=, =~ or !~ after the name of a label");
    refused("a{b=1}", 4, "expected the value of a label, in quotes");
    refused("a{b=\"1\" c=\"2\"}", 8, "expected , or } after a label");
    refused("a{b=~\"(\"}", 5, "\"(\" is no regular expression (RE2): missing closing )");
    refused("a{b=~\"(?=x)\"}", 5, "is no regular expression (RE2)");
    refused("a{b=\"\\d\"}", 5, "unknown escape in a string");
    refused("a{b=\"c", 4, "the string has no end");
    refused("{b=\"\"}", 0, "this would select every series there is");
    refused("a{__name__=\"b\"}", 2, "the metric's name stands before the { already");
    refused("rate(a)", 0, "rate needs a range vector, such as requests_total[1m] for argument 1");
    refused("abs(a[1m])", 0, "abs needs an instant vector for argument 1, but was given a range");
    refused("clamp(a, 1)", 0, "clamp needs 3 arguments, but has 2");
    refused("sum(1)", 0, "sum needs an instant vector for argument 1, but was given a scalar");
    refused("topk(a)", 0, "topk needs a number and an instant vector, but has 1 arguments");
    refused("a[1]", 2, "expected a duration of more than 0, such as 30s");
    refused("a[5m30h]", 2, "expected a duration of more than 0, such as 30s");
    refused("a[5m]", 0, "a function makes one number of it, such as rate(...)");
    refused("\"text\"", 0, "expected an instant vector or a scalar for a value");
    refused(
        "1 > 2", 2, "a comparison of two scalars must be written with bool, such as 1 > bool 2");
    refused("a + bool b", 4, "bool can stand after a comparison only");
    refused("a + on (x) 1", 4, "on and ignoring can stand between two instant vectors only");
    refused("a and on (x) group_left b", 13, "group_left cannot stand after and");
    refused("a / on (x) group_left (x) b", 11, "the label x is the same on both sides already");
    refused("1 or a", 2, "or needs an instant vector on both sides");
    refused("007", 0, "no number that is known here: octal");
    refused("1.2.3", 0, "no number, such as 0.5, and no duration, such as 1h30m");
    refused("a ? b", 2, "unexpected character");
    refused("(".repeat(200) + "a", 100, "nested more than 100 deep");
  }

  private static void refused(String text, int position, String problem) {
    assertThatThrownBy(() -> PromQl.parse(text))
        .as(text)
        .isInstanceOfSatisfying(
            PromQlException.class,
            e -> {
              assertThat(e.problem()).contains(problem);
              assertThat(e.position()).isEqualTo(position);
            });
  }

  @Test
  void theMessageShowsWhereItIs() {
    assertThatThrownBy(() -> PromQl.parse("sum(rate(cpu)) > 0.5"))
        .hasMessageStartingWith("character 5 (rate(cpu)) > 0.5): rate needs a range vector");
    assertThatThrownBy(() -> PromQl.parse("a +")).hasMessageStartingWith("at its end: expected");
  }

  @Test
  void aSelectorIsNothingButOne() throws PromQlException {
    assertThat(PromQl.parseSelector("up{job=\"a\"}").matchers()).hasSize(2);
    assertThatThrownBy(() -> PromQl.parseSelector("up > 1"))
        .hasMessageContaining("expected a selector");
    assertThatThrownBy(() -> PromQl.parseSelector("up[1m]"))
        .hasMessageContaining("expected a selector");
  }

  @Test
  void theSelectorsOfAQueryAreThoseThatStandInIt() throws PromQlException {
    assertThat(PromQl.parse("a{b=\"1\"} / on (x) sum(rate(c[5m] offset 1m))").selectors())
        .extracting(Selector::offsetMillis)
        .containsExactly(0L, 60_000L);
  }

  @Test
  void theDocumentationNamesEveryFunctionAggregationAndOperator() throws IOException {
    String text = Files.readString(Path.of("..", "documentation", "reference", "scrape.md"));
    assertThat(Functions.names()).allSatisfy(name -> assertThat(text).contains("`" + name + "`"));
    assertThat(CallParser.aggregationNames().replace(",", "")).isSubstringOf(text);
    assertThat(BinaryOperator.values())
        .allSatisfy(operator -> assertThat(text).contains(operator.sign()));
  }

  @Test
  void whatTakesTooMuchEnds() throws PromQlException {
    SeriesStore empty = new SeriesStore(StoreLimits.USUAL);
    Query query = PromQl.parse("vector(1)");
    assertThatThrownBy(
            () ->
                query.over(
                    empty,
                    RecordedAnswers.GRID.range(),
                    Duration.ofSeconds(1),
                    new Budget(() -> 0, Duration.ofSeconds(1), 100)))
        .isInstanceOf(EvaluationException.class)
        .hasMessageContaining("more than 100 points");
    long[] clock = {0};
    assertThatThrownBy(
            () ->
                query.over(
                    empty,
                    RecordedAnswers.GRID.range(),
                    Duration.ofSeconds(1),
                    new Budget(() -> clock[0] += 400_000_000, Duration.ofSeconds(1), 100)))
        .hasMessageContaining("it took more than 1000 ms");
  }
}
