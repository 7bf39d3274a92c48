package com.openshow.loadtest.k6;

import com.openshow.loadtest.scenario.LoadTest;
import com.openshow.loadtest.scenario.Scenario;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The script of a load test for k6.
 *
 * @param text the script
 * @param notes what the scenario file says and k6 cannot do, each with its JSON pointer
 */
public record K6Script(String text, List<String> notes) {
  /** The name of the script. */
  public static final String FILE_NAME = "loadtest.js";

  private static final String IMPORTS =
      """
      import { check, sleep } from 'k6';
      import { randomBytes } from 'k6/crypto';
      import { SharedArray } from 'k6/data';
      import encoding from 'k6/encoding';
      import exec from 'k6/execution';
      import http from 'k6/http';
      import { Rate } from 'k6/metrics';

      """;

  public K6Script {
    notes = List.copyOf(notes);
  }

  /**
   * The script. The same input gives the same text.
   *
   * @param fileName the scenario file's name
   * @param sha256 its hash
   */
  public static K6Script of(LoadTest test, String fileName, String sha256) {
    Notes notes = new Notes();
    Names names = new Names(test.scenarios());
    String options =
        declaration(
            "import('k6/options').Options", "export const options", options(test, names, notes));
    String data = declaration("LoadTest", "const test", new TestData(test, names, notes).data());
    String text = header(fileName, sha256, notes) + IMPORTS + data + options + runtime();
    return new K6Script(text, notes.lines());
  }

  private static String header(String fileName, String sha256, Notes notes) {
    List<String> lines = new ArrayList<>();
    lines.add("Generated from " + fileName + ", SHA-256 " + sha256);
    lines.add("by: loadtest generate --format k6. Change the file, not this.");
    lines.add("How to run it: documentation/how-to/run-k6.md.");
    if (!notes.lines().isEmpty()) {
      lines.add("");
      lines.add("Not as the file says, since k6 cannot do it:");
      notes.lines().forEach(note -> lines.add("- " + note));
    }
    StringBuilder header = new StringBuilder();
    lines.forEach(
        line -> header.append(("// " + JsWriter.comment(line)).stripTrailing()).append('\n'));
    return header.append('\n').toString();
  }

  private static String declaration(String type, String name, Js value) {
    String start = name + " = ";
    return "/** @type {"
        + type
        + "} */\n"
        + start
        + JsWriter.write(value, "", start.length())
        + ";\n\n";
  }

  private static Js options(LoadTest test, Names names, Notes notes) {
    Executors executors = new Executors(test, notes);
    Members scenarios = new Members();
    for (int i = 0; i < test.scenarios().size(); i++) {
      Scenario scenario = test.scenarios().get(i);
      scenarios.with(names.of(scenario), executors.executor(scenario, "/scenarios/" + i));
    }
    return new Members()
        .with("scenarios", scenarios.build())
        .with("thresholds", new Thresholds(test, names, notes).all())
        .code("discardResponseBodies", "true")
        .code("noConnectionReuse", "false")
        .code("noVUConnectionReuse", "false")
        .with(
            "summaryTrendStats",
            Js.texts(
                List.of("avg", "min", "med", "p(75)", "p(90)", "p(95)", "p(99)", "p(99.9)", "max")))
        .build();
  }

  private static String runtime() {
    try (InputStream runtime = K6Script.class.getResourceAsStream("runtime.js")) {
      return new String(Objects.requireNonNull(runtime).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("reading a resource of this jar", e);
    }
  }
}
