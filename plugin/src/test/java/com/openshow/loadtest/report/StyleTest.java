package com.openshow.loadtest.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class StyleTest {
  @Test
  void coloursAreForTerminalsOfPeopleWhoDoNotRefuseThem() {
    assertThat(Style.of(true, Map.of())).isEqualTo(Style.COLOURED);
    assertThat(Style.of(true, Map.of("NO_COLOR", ""))).isEqualTo(Style.COLOURED);
    assertThat(Style.of(true, Map.of("NO_COLOR", "0"))).isEqualTo(Style.PLAIN);
    assertThat(Style.of(false, Map.of())).isEqualTo(Style.PLAIN);
  }

  @Test
  void aTerminalSaysThatItUnderstandsEscapeSequences() {
    assertThat(Terminal.understandsEscapes(Map.of("TERM", "xterm-256color"))).isTrue();
    assertThat(Terminal.understandsEscapes(Map.of("TERM", "dumb"))).isFalse();
    assertThat(Terminal.understandsEscapes(Map.of("TERM", ""))).isFalse();
    assertThat(Terminal.understandsEscapes(Map.of())).isFalse();
  }
}
