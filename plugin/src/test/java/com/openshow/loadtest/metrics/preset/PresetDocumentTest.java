package com.openshow.loadtest.metrics.preset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The document of presets holds each of them, with its query. */
final class PresetDocumentTest {
  private static final Path DOCUMENT = Path.of("../documentation/reference/presets.md");

  @Test
  void theDocumentHasTheTableOfPresets() throws IOException {
    String document = Files.readString(DOCUMENT);
    String table = table();
    assertThat(document.substring(Math.max(0, document.indexOf("| preset |"))))
        .as("replace the table at the end of presets.md by:%n%s", table)
        .isEqualTo(table);
  }

  private static String table() {
    return "| preset | what | unit | `reduce` | `op` | query |\n|---|---|---|---|---|---|\n"
        + Presets.all().stream().map(PresetDocumentTest::row).collect(Collectors.joining());
  }

  private static String row(Preset preset) {
    String judged = "| | states | |";
    String query = code(preset.query().text());
    if (preset instanceof Preset.Value value) {
      judged =
          "| " + value.unit() + " | " + value.reducer().text() + " | " + value.op().label() + " |";
    } else if (preset instanceof Preset.States states) {
      query +=
          states.evidence().stream()
              .map(one -> one.selector().text() + one.state().map(s -> " (" + s + ")").orElse(""))
              .map(PresetDocumentTest::code)
              .collect(Collectors.joining("; ", states.evidence().isEmpty() ? "" : "; ", ""));
    }
    return "| `" + preset.name() + "` | " + preset.meaning() + " " + judged + " " + query + " |\n";
  }

  private static String code(String query) {
    return "`" + query.replace("|", "\\|") + "`";
  }
}
