package com.openshow.loadtest.jmeter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RowsTableTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "${__P(slo_p95_ms.S_01.GET_a,50)}; 50 (-Jslo_p95_ms.S_01.GET_a)",
        "${__P(u,${__P(target.url,http://a)}/m)}; http://a/m (-Ju)",
        "${__P(e.S_01,${__P(e,0.01)})}; 0.01 (-Je.S_01)",
        "${__P(u)}; ${__P(u)}",
        "2 * ${__P(u,1)}; 2 * ${__P(u,1)}",
        "50; 50"
      })
  void aCellThatIsReadBeginsWithWhatHolds(String cell, String shown) {
    assertThat(RowsTable.defaultFirst(cell)).isEqualTo(shown);
  }
}
