package com.openshow.loadtest.cli;

import com.openshow.loadtest.scenario.Feed;
import com.openshow.loadtest.scenario.LoadTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The files of a scenario file's feeds, looked for before JMeter runs into a missing one. */
final class FeedFiles {
  private FeedFiles() {}

  /**
   * Sets the property of each file to its whole path, since the plan may be in another folder than
   * the scenario file that it is relative to.
   */
  static void locate(LoadTest test, Path scenarios, Map<String, String> properties)
      throws CommandException {
    Set<String> missing = new LinkedHashSet<>();
    for (Feed feed : test.scenarios().stream().flatMap(one -> one.feeds().stream()).toList()) {
      String given = properties.get(feed.property());
      Path file =
          given == null
              ? scenarios.toAbsolutePath().resolveSibling(feed.file())
              : ScenarioFile.path(given).toAbsolutePath();
      if (!Files.isRegularFile(file)) {
        missing.add(
            "error: the feed "
                + feed.file()
                + ": "
                + file
                + " is not a file; -J"
                + feed.property()
                + "=FILE gives another");
      }
      properties.put(feed.property(), file.toString());
    }
    if (!missing.isEmpty()) {
      throw new CommandException(ExitStatus.INVALID, String.join("\n", missing));
    }
  }
}
