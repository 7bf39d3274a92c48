package com.openshow.loadtest.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;

/** {@code -Jname=value}, as JMeter itself takes it. */
final class Properties {
  private Properties() {}

  static Option option() {
    return Option.builder("J")
        .hasArg()
        .argName("name=value")
        .desc("a JMeter property, such as -Jvus.S_01=20; may be repeated")
        .get();
  }

  static Map<String, String> of(CommandLine line) throws CommandException {
    Map<String, String> properties = new LinkedHashMap<>();
    String[] given = line.getOptionValues("J");
    if (given == null) {
      return properties;
    }
    for (String pair : given) {
      int equals = pair.indexOf('=');
      if (equals < 1) {
        throw new CommandException(
            ExitStatus.USAGE, "error: -J needs name=value, but got \"" + pair + "\"");
      }
      properties.put(pair.substring(0, equals), pair.substring(equals + 1));
    }
    return properties;
  }
}
