package com.openshow.loadtest.metrics.promql;

import static org.assertj.core.api.Assertions.assertThat;

import com.openshow.loadtest.metrics.PrometheusServer;
import com.openshow.loadtest.metrics.series.SeriesStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same samples in a real Prometheus and in our store: the same answers. With {@code
 * -Dpromql.record=FILE} it writes what Prometheus answers to that file instead of looking at the
 * recorded one.
 */
final class PromQlDifferentialTest {
  private static final long SEED = 85;
  private static final SeriesStore STORE = RecordedBackend.store();

  /** Every second, so that the ends of windows meet samples; and at odd moments. */
  private static final List<Answer.Grid> GRIDS =
      List.of(
          new Answer.Grid(RecordedBackend.START - 10_000, 1_000, 640),
          new Answer.Grid(RecordedBackend.START + 6, 3_334, 300));

  private static final Answer NONE = new Answer(Map.of(), Optional.of("not recorded"));

  @TempDir private static Path folder;
  private static PrometheusServer prometheus;

  @BeforeAll
  static void feedPrometheus() throws IOException {
    prometheus = PrometheusServer.start(folder, "global: {scrape_interval: 1h}\n");
    prometheus.write(RecordedBackend.samples());
  }

  @AfterAll
  static void stopPrometheus() {
    if (prometheus != null) {
      prometheus.close();
    }
  }

  @Test
  void theRecordedAnswersAreThoseOfPrometheus() throws IOException {
    Map<String, Answer> answers = new LinkedHashMap<>();
    for (String query : RecordedAnswers.queries()) {
      answers.put(query, Answer.ofPrometheus(prometheus, query, RecordedAnswers.GRID));
    }
    String file = System.getProperty("promql.record", "");
    if (file.isEmpty()) {
      Map<String, Answer> recorded = RecordedAnswers.read();
      answers.forEach(
          (query, answer) ->
              assertThat(answer.differenceTo(recorded.getOrDefault(query, NONE)))
                  .as(query)
                  .isEmpty());
    } else {
      Files.writeString(Path.of(file), RecordedAnswers.text(answers));
    }
  }

  @Test
  void aQueryHasTheSameValuesAtEveryMoment() {
    List<String> differences = new ArrayList<>();
    for (String query : RecordedAnswers.queries()) {
      compare(query, differences);
    }
    assertThat(differences).isEmpty();
  }

  @Test
  void aRandomQueryHasTheSameValuesOrIsAnErrorForBoth() {
    List<String> differences = new ArrayList<>();
    RandomQuery queries = new RandomQuery(new Random(SEED));
    int withValues = 0;
    for (int i = 0; i < 600; i++) {
      withValues += compare(queries.next(), differences) ? 1 : 0;
    }
    assertThat(differences).as("seed " + SEED).isEmpty();
    assertThat(withValues).isGreaterThan(200);
  }

  /** Whether there are values to compare. */
  private static boolean compare(String query, List<String> differences) {
    boolean hasValues = false;
    for (Answer.Grid grid : GRIDS) {
      Answer ours = Answer.ofOurs(STORE, query, grid);
      Answer theirs = Answer.ofPrometheus(prometheus, query, grid);
      ours.differenceTo(theirs).ifPresent(text -> differences.add(query + ": " + text));
      hasValues |= !theirs.series().isEmpty();
    }
    return hasValues;
  }

  @Test
  void whatIsReadHerePrometheusReadsToo() {
    List<String> differences = new ArrayList<>();
    Random random = new Random(SEED);
    List<String> queries = RecordedAnswers.queries();
    for (int i = 0; i < 3_000; i++) {
      String query = damaged(queries.get(random.nextInt(queries.size())), random);
      try {
        PromQl.parse(query);
      } catch (PromQlException e) {
        continue;
      }
      Answer theirs = Answer.ofPrometheus(prometheus, query, RecordedAnswers.GRID);
      if (theirs.error().filter(text -> text.contains("parse error")).isPresent()) {
        differences.add(query + ": " + theirs.error());
      }
    }
    assertThat(differences).as("seed " + SEED).isEmpty();
  }

  private static String damaged(String query, Random random) {
    String signs = " (){}[],=!~+-*/%^<>:@\"'`0159amsxe.#\\";
    StringBuilder text = new StringBuilder(query);
    for (int damage = random.nextInt(3); damage >= 0; damage--) {
      int at = random.nextInt(text.length());
      switch (random.nextInt(3)) {
        case 0 -> text.deleteCharAt(at);
        case 1 -> text.insert(at, signs.charAt(random.nextInt(signs.length())));
        default -> text.setCharAt(at, signs.charAt(random.nextInt(signs.length())));
      }
      if (text.length() == 0) {
        return "";
      }
    }
    return text.toString();
  }
}
