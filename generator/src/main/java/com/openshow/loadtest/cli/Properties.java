package com.openshow.loadtest.cli;

import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;

/** {@code -Jname=value}, as JMeter itself takes it. */
final class Properties {
  private Properties() {}

  static Option option() {
    return Option.builder("J")
        .numberOfArgs(2)
        .valueSeparator('=')
        .argName("name=value")
        .desc("a JMeter property, such as -Jvus.S_01=20; may be repeated")
        .get();
  }

  static Map<String, String> of(CommandLine line) throws CommandException {
    Map<String, String> properties = new TreeMap<>();
    for (Option option : line.getOptions()) {
      if (option.getOpt() != null && option.getOpt().equals("J") && option.getValues().length < 2) {
        throw new CommandException(
            ExitStatus.USAGE, "error: -J" + option.getValue("") + ": expected -Jname=value");
      }
    }
    line.getOptionProperties("J")
        .forEach((name, value) -> properties.put(name.toString(), value.toString()));
    return properties;
  }
}
