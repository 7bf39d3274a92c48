package com.openshow.loadtest.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.openshow.loadtest.filler.Filler;
import com.openshow.loadtest.scenario.FillerValue;
import org.junit.jupiter.api.Test;

final class FillerNodeTest {
  @Test
  void whatWouldEndAnArgumentOfAFunctionIsEscaped() {
    Filler filler = new Filler("#{regexify '[\\d,](x)'}", "de", 40);
    assertThat(FillerNode.function(new FillerValue(filler, "name")))
        .isEqualTo("${__filler(#{regexify '[\\\\d\\,](x)'},de,40,name)}");
  }

  @Test
  void whatIsUsualIsNotWritten() {
    FillerValue filler = new FillerValue(new Filler("Name.fullName", "en", 255), "name");
    assertThat(FillerNode.function(filler)).isEqualTo("${__filler(Name.fullName,,,name)}");
  }

  @Test
  void lettersAreNoMoreThanTheTextMayHave() {
    assertThat(FillerNode.letters(new FillerValue(new Filler("Name.fullName", "en", 5), "name")))
        .isEqualTo("${__RandomString(5,abcdefghijklmnopqrstuvwxyz)}");
  }
}
