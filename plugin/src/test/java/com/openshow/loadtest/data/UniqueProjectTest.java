package com.openshow.loadtest.data;

import static com.openshow.loadtest.data.Runs.fresh;
import static com.openshow.loadtest.data.Runs.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class UniqueProjectTest {
  @Test
  void titlesOfEveryLengthFitAreUniqueAndSafeInJson() throws Exception {
    ObjectMapper json = new ObjectMapper();
    for (int length = 16; length <= 260; length++) {
      UniqueSource source = fresh(length).source(type("project", "max_length", "" + length));
      Set<String> titles = new HashSet<>();
      for (int i = 0; i < 5; i++) {
        Map<String, String> values = new HashMap<>();
        String title = source.next(values::put);
        assertThat(values)
            .containsOnlyKeys("project_title", "project_description", "project_tag")
            .containsEntry("project_title", title);
        assertThat(title).hasSizeLessThanOrEqualTo(length);
        String id = title.replaceFirst("Load test project ", "");
        assertThat(values.get("project_description"))
            .isEqualTo("Made by a load test, can be deleted: " + id);
        assertThat(titles.add(title)).isTrue();
        for (String value : values.values()) {
          assertThat(json.readTree("\"" + value + "\"").asText()).isEqualTo(value);
        }
      }
    }
  }

  @Test
  void theWordsGoBeforeTheRunDoes() {
    UniqueData run = fresh(1);
    assertThat(run.source(type("project")).next())
        .startsWith("Load test project " + run.prefix())
        .hasSize(52);
    // 18 of the words, 12 of the prefix, 13 digits
    assertThat(run.source(type("project", "max_length", "43")).next())
        .startsWith("Load test project " + run.prefix())
        .hasSize(43);
    assertThat(run.source(type("project", "max_length", "42")).next()).startsWith(run.prefix());
    assertThatThrownBy(() -> type("project", "max_length", "15"))
        .hasMessageContaining("the title of a project needs at least 16 characters");
  }

  @Test
  void aNextValueIsTheTitleAlone() {
    assertThat(fresh(1).source(type("project")).next()).startsWith("Load test project lt-");
  }
}
