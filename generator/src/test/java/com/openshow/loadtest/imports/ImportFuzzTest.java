package com.openshow.loadtest.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.openshow.loadtest.scenario.read.ScenarioReader;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever is done to a file: a valid scenario file comes of it, or a message. */
final class ImportFuzzTest {
  private static final long SEED = 20260105;
  private static final int ROUNDS = 2_000;
  private static final List<String> HOSTILE =
      List.of(
          "null",
          "[]",
          "{}",
          "true",
          "-1",
          "1e999",
          "\"\"",
          "\"${__P(x)}\"",
          "\"{email}\"",
          "\"../..\"",
          "\"\\u0000\\r\\n\"",
          "\"😀\"",
          "{\"var\": \"x\"}",
          "{\"$ref\": \"#/components/schemas/Pet\"}",
          "\"" + "x".repeat(5_000) + "\"",
          "[[[[[[]]]]]]",
          "0.1",
          "\"https://[::1/\"",
          "NaN");

  private interface Import {
    Imported read(byte[] content) throws ImportException;
  }

  @Test
  void noDocumentBreaksTheImport() throws Exception {
    for (String fixture : List.of("petstore.yaml", "petstore-3.1.yaml")) {
      String text = new String(Fixtures.bytes(fixture), UTF_8);
      fuzz(text, content -> OpenApiImport.read("spec", content));
    }
  }

  @Test
  void noRecordingBreaksTheImport() throws Exception {
    for (String fixture : List.of("chrome.har", "firefox.har")) {
      String text = new String(Fixtures.bytes(fixture), UTF_8);
      fuzz(text, content -> HarImport.read("har", content, true));
    }
  }

  private static void fuzz(String text, Import imports) throws Exception {
    Random random = new Random(SEED);
    int valid = 0;
    for (int round = 0; round < ROUNDS; round++) {
      String mutated = text;
      for (int i = 0; i <= random.nextInt(3); i++) {
        mutated = mutate(mutated, random);
      }
      try {
        Imported imported = imports.read(mutated.getBytes(UTF_8));
        ScenarioReader.read("s.json", imported.json().getBytes(UTF_8));
        valid++;
      } catch (ImportException e) {
        assertThat(e.getMessage())
            .as("seed %d, round %d", SEED, round)
            .contains(": error: ")
            .doesNotContain("fault of this import", "\n");
      } catch (RuntimeException | StackOverflowError e) {
        throw new AssertionError("seed " + SEED + ", round " + round + ":\n" + mutated, e);
      }
    }
    assertThat(valid).as("a fuzz that never gets past the parser shows nothing").isGreaterThan(200);
  }

  private static String mutate(String text, Random random) {
    int at = random.nextInt(text.length());
    return switch (random.nextInt(4)) {
      case 0 -> replaceValue(text, at, HOSTILE.get(random.nextInt(HOSTILE.size())));
      case 1 -> text.substring(0, at) + text.substring(Math.min(text.length(), at + 1));
      case 2 -> text.substring(0, at) + (char) (32 + random.nextInt(96)) + text.substring(at);
      default -> swapWords(text, at, random.nextInt(text.length()));
    };
  }

  /** Puts something in place of the value after the next colon. */
  private static String replaceValue(String text, int at, String value) {
    int colon = text.indexOf(": ", at);
    if (colon < 0) {
      return text;
    }
    int end = colon + 2;
    while (end < text.length() && ",}]\n".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return text.substring(0, colon + 2) + value + text.substring(end);
  }

  private static String swapWords(String text, int from, int to) {
    String word = text.substring(from).replaceFirst("(?s)^\\w*\\W+(\\w*).*", "$1");
    int end = to;
    while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
      end++;
    }
    return text.substring(0, to) + word + text.substring(end);
  }
}
