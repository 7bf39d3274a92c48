package com.openshow.loadtest.cli;

import com.openshow.loadtest.scenario.Auth;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The accounts of {@code auth.type} users_file, looked at before JMeter runs into a missing one.
 */
final class UsersFile {
  private static final String PROPERTY = "auth.users_file";
  private static final String HEADER = "email,password";

  private UsersFile() {}

  /**
   * Sets the property of the file to its whole path, since the plan may be in another folder than
   * the scenario file that it is relative to.
   */
  static void locate(Auth auth, Path scenarios, Map<String, String> properties)
      throws CommandException, IOException {
    if (auth.type() != Auth.Type.USERS_FILE) {
      return;
    }
    String given = properties.get(PROPERTY);
    Path file =
        given == null
            ? scenarios.toAbsolutePath().resolveSibling(auth.usersFile().orElseThrow())
            : ScenarioFile.path(given).toAbsolutePath();
    if (!Files.isRegularFile(file)) {
      throw problem(given, file, "is not a file");
    }
    if (!header(file).equals(HEADER)) {
      throw problem(given, file, "does not begin with the line " + HEADER);
    }
    properties.put(PROPERTY, file.toString());
  }

  private static String header(Path file) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      String first = lines.readLine();
      return first == null ? "" : first.replaceAll("[\"\\s\\uFEFF]", "");
    } catch (MalformedInputException e) {
      return "";
    }
  }

  private static CommandException problem(@Nullable String given, Path file, String what) {
    return new CommandException(
        ExitStatus.INVALID,
        "error: "
            + (given == null ? "/auth/users_file" : "-J" + PROPERTY)
            + ": "
            + file
            + " "
            + what
            + "; expected a CSV file of accounts with the columns email and password (relative to"
            + " the scenario file; -J"
            + PROPERTY
            + "=FILE gives another)");
  }
}
