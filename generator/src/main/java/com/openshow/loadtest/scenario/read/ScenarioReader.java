package com.openshow.loadtest.scenario.read;

import com.openshow.loadtest.scenario.BackendLimit;
import com.openshow.loadtest.scenario.LoadTest;
import com.openshow.loadtest.scenario.Resilience;
import com.openshow.loadtest.scenario.Scenario;
import com.openshow.loadtest.scenario.read.Located.Place;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads scenario files. */
public final class ScenarioReader {
  /** The greatest file that is read, in bytes. */
  public static final int MAX_BYTES = 10 * 1024 * 1024;

  /** The greatest file of YAML: snakeyaml's time grows with the square of a text's length. */
  static final int MAX_YAML_BYTES = 3 * 1024 * 1024;

  private static final Place WHOLE_FILE = new Place("", 1, 1);

  private ScenarioReader() {}

  /** Reads a scenario file that names no others. */
  public static ReadResult read(String file, byte[] content) throws InvalidScenarioException {
    return read(file, content, Attachments.NONE);
  }

  /**
   * Reads a scenario file.
   *
   * @param file its name, for messages; one that ends in {@code .yaml} or {@code .yml} is YAML
   * @param content its bytes: UTF-8, at most {@link #MAX_BYTES}, of YAML at most 3 MiB
   * @param attachments reads the files that it names
   * @throws InvalidScenarioException with every problem at once, when the file cannot be used
   */
  public static ReadResult read(String file, byte[] content, Attachments attachments)
      throws InvalidScenarioException {
    Problems problems = new Problems(file, attachments);
    boolean isYaml = file.matches("(?i).*\\.ya?ml");
    String text = text(content, isYaml ? MAX_YAML_BYTES : MAX_BYTES, problems);
    Located json = new LocatedReader(problems, isYaml).read(text);
    Optional<LoadTest> test = Rule.object(ScenarioDecoder::loadTest).decode(json, problems);
    test.ifPresent(read -> FaultCheck.report(read, json, problems));
    problems.throwIfErrors();
    LoadTest loadTest =
        test.orElseThrow(() -> new IllegalStateException("no load test and no problem"));
    warnOfVus(loadTest, json, problems);
    FaultCheck.warn(loadTest, json, problems);
    List<String> unmeasured =
        Stream.concat(
                loadTest.backend().unmeasured().stream().map(BackendLimit::name),
                loadTest.resilience().stream()
                    .filter(entry -> entry.fault().isEmpty())
                    .map(Resilience::name))
            .map(Text::quoted)
            .toList();
    if (!unmeasured.isEmpty()) {
      problems.warning(
          WHOLE_FILE,
          "documented targets that a run does not measure, so its verdict says nothing of them: "
              + String.join(", ", unmeasured)
              + "; a backend objective with a \"query\", and resilience with a \"fault\" of which"
              + " something is expected, are measured");
    }
    return new ReadResult(loadTest, problems.sorted());
  }

  private static String text(byte[] content, int most, Problems problems)
      throws InvalidScenarioException {
    if (content.length > most) {
      throw problems.fatal(
          WHOLE_FILE, "the file has " + content.length + " bytes; at most " + most + " are read");
    }
    Optional<String> text = Utf8.decode(content);
    if (text.isEmpty()) {
      throw problems.fatal(WHOLE_FILE, "the file is not UTF-8 text");
    }
    return text.get();
  }

  private static void warnOfVus(LoadTest test, Located json, Problems problems) {
    long sum = test.scenarios().stream().mapToLong(Scenario::targetVus).sum();
    if (sum > test.globalVus() && json instanceof Located.Members top) {
      Located globalVus = top.members().get("global_vus");
      problems.warning(
          globalVus == null ? top.place() : globalVus.place(),
          "the scenarios' target_vus add up to "
              + sum
              + ", more than global_vus "
              + test.globalVus()
              + "; target_vus wins");
    }
  }
}
