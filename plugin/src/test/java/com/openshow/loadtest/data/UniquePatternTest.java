package com.openshow.loadtest.data;

import static com.openshow.loadtest.data.Runs.draw;
import static com.openshow.loadtest.data.Runs.fresh;
import static com.openshow.loadtest.data.Runs.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openshow.loadtest.data.UniqueType.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UniquePatternTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          INV-{yyyy}-{seq:8}                       | INV-2026-00000003
          {yyyy}{MM}{dd}T{HH}{mm}{ss}Z/{seq:1}     | 20260304T050607Z/3
          {{{seq:2}}}                              | {03}
          caf\u00e9-{seq:18}                       | caf\u00e9-000000000000000003
          """)
  void theThirdValueIs(String pattern, String third) {
    UniqueSource source = fresh(1).source(type("pattern", "pattern", pattern));
    assertThat(draw(source, 3)).last().isEqualTo(third);
    assertThat(type("pattern", "pattern", pattern).scope()).isEqualTo(Scope.RUN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {id}                      | [a-z0-9]{13}
          u{id:20}                  | u[a-z0-9]{20}
          {id:40}x                  | [a-z0-9]{40}x
          {run}.{injector}.{uuid}   | [a-z0-9]{8}\\.[a-z0-9]{13}\\.[0-9a-f-]{36}
          {ulid}{seq:3}             | [0-9A-Z]{26}00[12]
          """)
  void withAnIdentifierItIsUniqueAlways(String pattern, String form) {
    UniqueType type = type("pattern", "pattern", pattern);
    List<String> values = new ArrayList<>();
    for (int seed = 0; seed < 5_000; seed++) {
      values.addAll(draw(fresh(seed).source(type), 2));
    }
    assertThat(values).doesNotHaveDuplicates().allMatch(value -> value.matches(form));
    assertThat(type.scope()).isEqualTo(Scope.ALWAYS);
  }

  @Test
  void aUuidInAPatternIsOneOfVersion7() {
    String value = fresh(1).source(type("pattern", "pattern", "urn:uuid:{uuid}")).next();
    assertThat(UUID.fromString(value.substring("urn:uuid:".length())).version()).isEqualTo(7);
  }

  @Test
  void aSequenceEndsAndIsNeverBegunAnew() {
    UniqueSource source = fresh(1).source(type("pattern", "pattern", "x{seq:3}"));
    assertThat(draw(source, 999)).startsWith("x001").endsWith("x999").doesNotHaveDuplicates();
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(source::next)
          .isInstanceOf(UniqueDataException.class)
          .hasMessage(
              "\"x{seq:3}\" has given out all 999 numbers of this injector; write more digits than"
                  + " {seq:3}, or {id:13}");
    }
  }

  @Test
  void injectorsThatAreNumberedShareASequence() {
    UniqueType type = type("pattern", "pattern", "{seq:3}");
    List<String> all = new ArrayList<>();
    for (int injector = 1; injector <= 7; injector++) {
      all.addAll(draw(Runs.injector(injector, 7, 100).source(type), injector <= 4 ? 129 : 128));
    }
    assertThat(all).hasSize(900).doesNotHaveDuplicates().contains("100", "999");
  }

  @Test
  void everyProblemIsSaidWithItsPlace() {
    assertThatThrownBy(
            () -> type("pattern", "pattern", "{cat}{seq}{seq:99}{id:5}{yyyy:4}}\"\u20ac{uuid"))
        .hasMessage(
            """
            "{cat}{seq}{seq:99}{id:5}{yyyy:4}}"\u20ac{uuid", character 1: unknown placeholder {cat}; \
            known are {seq:8}, {id:13}, {uuid}, {ulid}, {run}, {injector}, {yyyy}, {MM}, {dd}, {HH}, \
            {mm}, {ss}; \
            "{cat}{seq}{seq:99}{id:5}{yyyy:4}}"\u20ac{uuid", character 6: {seq:digits} needs 1 to 18 \
            digits, but was ""; \
            "{cat}{seq}{seq:99}{id:5}{yyyy:4}}"\u20ac{uuid", character 11: {seq} may stand once; \
            "{cat}{seq}{seq:99}{id:5}{yyyy:4}}"\u20ac{uuid", character 19: {id:digits} needs 13 to 40 \
            digits to stay unique over runs and injectors, but was "5"; \
            "{cat}{seq}{seq:99}{id:5}{yyyy:4}}"\u20ac{uuid", character 25: only {seq:8} and {id:13} \
            have a number of digits; \
            "{cat}{seq}{seq:99}{id:5}{yyyy:4}}"\u20ac{uuid", character 33: a } without its {; write }} \
            for the character; \
            "{cat}{seq}{seq:99}{id:5}{yyyy:4}}"\u20ac{uuid", character 34: quotes, backslashes and \
            control characters would break a JSON body; \
            "{cat}{seq}{seq:99}{id:5}{yyyy:4}}"\u20ac{uuid", character 35: characters go up to U+00FF, \
            but this is U+20AC; \
            "{cat}{seq}{seq:99}{id:5}{yyyy:4}}"\u20ac{uuid", character 36: a { without its }; write {{ \
            for the character""");
  }

  @Test
  void whatIsNotUniqueOrDoesNotFitIsRefused() {
    assertThatThrownBy(() -> type("pattern", "pattern", "INV-{yyyy}-{run}"))
        .hasMessageContaining("has nothing that is another in each value; add {seq:8}");
    assertThatThrownBy(() -> type("pattern")).hasMessageContaining("has nothing");
    assertThatThrownBy(() -> type("pattern", "pattern", "A{id}", "max_length", "13"))
        .hasMessage("\"A{id}\" needs 14 characters, but max_length is 13");
    UniqueType fits = type("pattern", "pattern", "{run}{seq:2}", "max_length", "10");
    assertThat(fresh(1).source(fits).next()).hasSize(10);
    UniqueData longer = Runs.named("elevenchars", 1);
    assertThatThrownBy(() -> longer.source(fits)).hasMessageContaining("needs 13 characters");
  }
}
