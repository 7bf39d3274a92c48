package com.openshow.loadtest.data;

import static com.openshow.loadtest.data.Runs.draw;
import static com.openshow.loadtest.data.Runs.fresh;
import static com.openshow.loadtest.data.Runs.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class UniqueUsernameTest {
  @Test
  void namesOfEveryLengthAreLettersAndDigitsAndBeginWithALetter() {
    for (int length = 15; length <= 255; length++) {
      List<String> names =
          draw(fresh(length).source(type("username", "max_length", "" + length)), 5);
      assertThat(names)
          .doesNotHaveDuplicates()
          .allMatch(name -> name.matches("lt[a-z0-9]+"))
          .allSatisfy(name -> assertThat(name).hasSizeLessThanOrEqualTo(255));
      int longest = length;
      assertThat(names).allMatch(name -> name.length() <= longest && name.length() >= 15);
    }
  }

  @Test
  void theRunStandsInItWhereThereIsRoom() {
    UniqueData run = fresh(1);
    assertThat(run.source(type("username")).next()).hasSize(30).startsWith("lt" + run.run());
    assertThat(run.source(type("username", "max_length", "22")).next())
        .hasSize(22)
        .doesNotContain(run.run());
  }

  @Test
  void whatCannotStayUniqueIsRefused() {
    assertThatThrownBy(() -> type("username", "max_length", "14"))
        .hasMessage(
            "a user's name needs at least 15 characters to stay unique over runs and injectors, but"
                + " max_length is 14; a shorter column can hold a pattern such as u{seq:8}, unique"
                + " within one run");
  }
}
