package com.openshow.loadtest.metrics.promql;

import static org.assertj.core.api.Assertions.assertThat;

import com.openshow.loadtest.metrics.series.SeriesStore;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every query of queries.txt against what Prometheus gave, with no Prometheus there. */
final class PromQlAnswersTest {
  private static final SeriesStore STORE = RecordedBackend.store();
  private static final Map<String, Answer> RECORDED = RecordedAnswers.read();

  @TestFactory
  Stream<DynamicTest> aQueryHasTheValuesThatPrometheusGave() {
    return RECORDED.entrySet().stream()
        .map(
            recorded ->
                DynamicTest.dynamicTest(
                    recorded.getKey(),
                    () ->
                        assertThat(
                                recorded
                                    .getValue()
                                    .differenceTo(
                                        Answer.ofOurs(
                                            STORE, recorded.getKey(), RecordedAnswers.GRID)))
                            .isEmpty()));
  }

  @Test
  void thereIsAnAnswerForEveryQuery() {
    List<String> queries = RecordedAnswers.queries();
    assertThat(queries).hasSizeGreaterThan(150);
    assertThat(RECORDED.keySet()).containsExactlyElementsOf(queries);
  }

  @Test
  void theQueriesCallEveryFunctionAndEveryAggregation() {
    String all = String.join("\n", RecordedAnswers.queries());
    assertThat(Functions.names()).allSatisfy(name -> assertThat(all).contains(name + "("));
    assertThat(CallParser.aggregationNames().split(", "))
        .allSatisfy(name -> assertThat(all).containsPattern(name + "( by| without)? ?\\("));
  }
}
