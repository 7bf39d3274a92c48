package com.openshow.loadtest.metrics.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SkewTest {
  @Test
  void theServerLookedAtItsClockSomewhereBetween() {
    // At 1100 +- 100 here it was 4000 there.
    assertThat(Skew.between(1000, 4000, 1200, 0)).isEqualTo(new Skew(2900, 100));
    // What is told to the second was 4000 to 4999.
    assertThat(Skew.between(1000, 4000, 1200, 1000)).isEqualTo(new Skew(3400, 600));
    // This machine's clock was set back in between.
    assertThat(Skew.between(1200, 4000, 1000, 0).uncertaintyMillis()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 5, 0",
    "100, 5, 0",
    "-100, 5, 0",
    "101, 5, 101",
    "-4000, 20, -4000",
    // No more than the error of the measurement.
    "800, 900, 0",
    "90000, 20, 90000",
  })
  void timesAreCorrectedByWhatClocksSurelyDiffer(long ahead, long uncertainty, long correction) {
    assertThat(new Skew(ahead, uncertainty).correction()).isEqualTo(correction);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "12 | 3 | the server's clock agrees with this machine's within 0.015 s | ",
        "-2000 | 3 | the server's clock is 2 s behind this machine's (+- 0.003 s); times asked for"
            + " and answered are corrected by it | ",
        "5000 | 3 | the server's clock is 5 s ahead of this machine's (+- 0.003 s); times asked for"
            + " and answered are corrected by it | ",
        "5001 | 3 | the server's clock is 5.001 s ahead of this machine's (+- 0.003 s); times asked"
            + " for and answered are corrected by it | the server's clock is 5.001 s ahead of this"
            + " machine's (+- 0.003 s), more than the 5 s allowed: set both by NTP",
        "0 | 5001 | the server's clock agrees with this machine's within 5.001 s | the server's"
            + " clock could be read only to 5.001 s: whether it agrees with this machine's is not"
            + " known",
      })
  void moreThanFiveSecondsAreADoubt(long ahead, long uncertainty, String note, String doubt) {
    Findings findings = new Findings();

    new Skew(ahead, uncertainty).tell(findings);

    assertThat(findings.notes()).containsExactly(note);
    assertThat(String.join("", findings.doubts())).isEqualTo(doubt == null ? "" : doubt);
  }
}
