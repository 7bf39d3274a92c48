package com.openshow.loadtest.report;

import com.openshow.loadtest.slo.Judged;
import com.openshow.loadtest.slo.Judgement;
import com.openshow.loadtest.slo.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What GitHub Actions, and servers that imitate it, show of a run: its summary page, and notes at
 * the job (the workflow commands {@code ::error} and {@code ::warning}).
 */
public final class GitHubActions {
  static final String SUMMARY = "GITHUB_STEP_SUMMARY";
  static final String ACTIONS = "GITHUB_ACTIONS";

  private GitHubActions() {}

  /**
   * Adds the verdict to the summary page of the step, where there is one.
   *
   * @param environment the variables of the process
   * @throws IOException when the page cannot be written; its message names the file
   */
  public static void summarize(Judgement judgement, String name, Map<String, String> environment)
      throws IOException {
    String file = environment.getOrDefault(SUMMARY, "");
    if (file.isBlank()) {
      return;
    }
    try {
      Files.writeString(
          Path.of(file),
          Markdown.render(judgement, name) + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (InvalidPathException e) {
      throw new IOException(SUMMARY + " is not a path: " + e.getMessage(), e);
    }
  }

  /**
   * A line for each objective that did not pass, to be printed; nothing where nobody reads them.
   *
   * @param environment the variables of the process
   */
  public static String annotations(Judgement judgement, Map<String, String> environment) {
    if (!environment.getOrDefault(ACTIONS, "").equals("true")) {
      return "";
    }
    return judgement.all().stream()
        .filter(judged -> judged.verdict() != Verdict.PASS)
        .map(GitHubActions::annotation)
        .collect(Collectors.joining());
  }

  private static String annotation(Judged judged) {
    String command = judged.failsTheRun() ? "error" : "warning";
    String title = ConsoleTable.word(judged) + ": " + judged.name();
    return "::"
        + command
        + " title="
        + escape(title).replace(":", "%3A").replace(",", "%2C")
        + "::"
        + escape(judged.reason())
        + "\n";
  }

  private static String escape(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }
}
