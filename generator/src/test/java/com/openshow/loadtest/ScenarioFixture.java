package com.openshow.loadtest;

import com.openshow.loadtest.plan.Source;
import com.openshow.loadtest.scenario.LoadTest;
import com.openshow.loadtest.scenario.read.InvalidScenarioException;
import com.openshow.loadtest.scenario.read.ScenarioReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/**
 * A scenario file of the test resources.
 *
 * @param loadTest what it says
 * @param source what plans made from it refer to
 */
public record ScenarioFixture(LoadTest loadTest, Source source) {
  /** The user's own file, as it was given. */
  public static final String SEED = "seed/scenarios.json";

  /** A file with every key of the language. */
  public static final String EVERY_KEY = "every-key.json";

  /** The fixture with this name. */
  public static ScenarioFixture of(String name) throws IOException, InvalidScenarioException {
    byte[] content = bytes(name);
    return new ScenarioFixture(
        ScenarioReader.read("scenarios.json", content, ScenarioFixture::bytes).loadTest(),
        Source.of(Path.of("scenarios.json"), content));
  }

  /** The content of a file of the test resources. */
  public static byte[] bytes(String name) throws IOException {
    try (InputStream file = ScenarioFixture.class.getResourceAsStream("/" + name)) {
      if (file == null) {
        throw new FileNotFoundException("no such resource");
      }
      return file.readAllBytes();
    }
  }
}
