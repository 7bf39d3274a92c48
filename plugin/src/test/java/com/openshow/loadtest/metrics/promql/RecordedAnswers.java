package com.openshow.loadtest.metrics.promql;

import com.openshow.loadtest.metrics.series.GoNumber;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The file answers.txt: for each query the values that Prometheus gave.
 *
 * <pre>
 * &gt; query
 * labels | a value or - for each step of GRID
 * error             instead, when it is one
 * </pre>
 */
final class RecordedAnswers {
  /** At odd moments, from a minute after the first scrape to the last. */
  static final Answer.Grid GRID = new Answer.Grid(RecordedBackend.START + 60_500, 44_917, 13);

  private RecordedAnswers() {}

  static List<String> queries() {
    return lines("queries.txt").stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .toList();
  }

  static Map<String, Answer> read() {
    Map<String, Answer> answers = new LinkedHashMap<>();
    String query = "";
    for (String line : lines("answers.txt")) {
      if (line.startsWith("> ")) {
        query = line.substring(2);
        answers.put(query, new Answer(new TreeMap<>(), Optional.empty()));
      } else if (line.equals("error")) {
        answers.put(query, new Answer(Map.of(), Optional.of(line)));
      } else if (!line.startsWith("#")) {
        String[] parts = line.split(" \\| ", 2);
        Objects.requireNonNull(answers.get(query)).series().put(parts[0], values(parts[1]));
      }
    }
    return answers;
  }

  private static Map<Long, Double> values(String text) {
    Map<Long, Double> values = new TreeMap<>();
    String[] words = text.split(" ", -1);
    for (int i = 0; i < words.length; i++) {
      if (!words[i].equals("-")) {
        values.put(GRID.start() + i * GRID.stepMillis(), GoNumber.parse(words[i]).orElseThrow());
      }
    }
    return values;
  }

  static String text(Map<String, Answer> answers) {
    StringBuilder text = new StringBuilder();
    text.append("# What Prometheus 2.42 answers; written by PromQlDifferentialTest\n");
    answers.forEach(
        (query, answer) -> {
          text.append("> ").append(query).append('\n');
          if (answer.error().isPresent()) {
            text.append("error\n");
          }
          answer
              .series()
              .forEach((labels, values) -> text.append(labels).append(" |").append(row(values)));
        });
    return text.toString();
  }

  private static String row(Map<Long, Double> values) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < GRID.steps(); i++) {
      Double value = values.get(GRID.start() + i * GRID.stepMillis());
      text.append(' ').append(value == null ? "-" : shortest(value));
    }
    return text.append('\n').toString();
  }

  private static String shortest(double value) {
    String text = Double.toString(value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  private static List<String> lines(String name) {
    try (InputStream in = RecordedAnswers.class.getResourceAsStream(name)) {
      byte[] bytes = Objects.requireNonNull(in, name).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
