package com.openshow.loadtest.staging;

import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;

/**
 * A command line.
 *
 * @param help whether only the help is asked for
 * @param settings how to start the server
 * @param portFile the file that gets the port once the server listens
 */
record StartOptions(boolean help, Settings settings, Optional<Path> portFile) {
  static StartOptions parse(String[] args) throws ParseException {
    CommandLine line =
        DefaultParser.builder().setAllowPartialMatching(false).get().parse(options(), args);
    if (!line.getArgList().isEmpty()) {
      throw new ParseException("unexpected argument " + line.getArgList().get(0));
    }
    Settings defaults = Settings.defaults();
    Settings settings =
        new Settings(
            line.getOptionValue("host", defaults.host()),
            number(line, "port", defaults.port(), 0, 65_535),
            line.getOptionValue("database", defaults.database()),
            duration(line, "token-ttl", defaults.tokenTtl()),
            duration(line, "breaker-open-wait", defaults.breakerOpenWait()),
            number(line, "breaker-half-open-calls", defaults.breakerHalfOpenCalls(), 1, 1_000),
            faults(line),
            Optional.ofNullable(line.getOptionValue("access-log")).map(Path::of));
    return new StartOptions(
        line.hasOption("help"),
        settings,
        Optional.ofNullable(line.getOptionValue("port-file")).map(Path::of));
  }

  static String usage() {
    StringBuilder text = new StringBuilder("usage: java -jar staging.jar [options]\n");
    for (Option option : options().getOptions()) {
      String form = "--" + option.getLongOpt() + (option.hasArg() ? " " + option.getArgName() : "");
      text.append(String.format(Locale.ROOT, "  %-31s %s%n", form, option.getDescription()));
    }
    return text.toString();
  }

  private static Options options() {
    return new Options()
        .addOption(Option.builder().longOpt("help").desc("this text").get())
        .addOption(option("host", "ADDRESS", "where to listen (default: 127.0.0.1)"))
        .addOption(option("port", "N", "0 for any free one (default: 8080)"))
        .addOption(option("port-file", "FILE", "gets the port once the server listens"))
        .addOption(option("database", "URL", "JDBC URL of an H2 database (default: in memory)"))
        .addOption(option("token-ttl", "D", "how long a token is valid (default: 15m)"))
        .addOption(
            option("breaker-open-wait", "D", "how long the breaker stays open (default: 5s)"))
        .addOption(
            option(
                "breaker-half-open-calls",
                "N",
                "after how many calls a half-open breaker decides (default: 10)"))
        .addOption(option("access-log", "FILE", "gets a tab-separated line for each request"))
        .addOption(
            option("fault", "NAME", "a fault from the start, repeatable: " + FaultName.labels()));
  }

  private static Option option(String name, String argument, String description) {
    return Option.builder().longOpt(name).hasArg().argName(argument).desc(description).get();
  }

  private static int number(
      CommandLine line, String option, int otherwise, int smallest, int largest)
      throws ParseException {
    String text = line.getOptionValue(option, Integer.toString(otherwise));
    try {
      int number = Integer.parseInt(text);
      if (number >= smallest && number <= largest) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Refused below, with the numbers out of range.
    }
    throw new ParseException(
        "--" + option + " must be " + smallest + " to " + largest + ", but was \"" + text + "\"");
  }

  private static Duration duration(CommandLine line, String option, Duration otherwise)
      throws ParseException {
    String text = line.getOptionValue(option);
    if (text == null) {
      return otherwise;
    }
    try {
      Duration duration = Duration.parse("PT" + text);
      if (!duration.isNegative() && !duration.isZero()) {
        return duration;
      }
    } catch (DateTimeParseException e) {
      // Refused below, with durations of nothing.
    }
    throw new ParseException(
        "--" + option + " must be a duration such as 5s or 15m, but was \"" + text + "\"");
  }

  private static List<FaultName> faults(CommandLine line) throws ParseException {
    List<FaultName> faults = new ArrayList<>();
    String[] labels = line.getOptionValues("fault");
    for (String label : labels == null ? new String[0] : labels) {
      faults.add(
          FaultName.of(label)
              .orElseThrow(
                  () ->
                      new ParseException(
                          "no fault \"" + label + "\"; there are " + FaultName.labels())));
    }
    return faults;
  }
}
