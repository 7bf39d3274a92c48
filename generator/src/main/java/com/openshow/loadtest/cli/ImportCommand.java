package com.openshow.loadtest.cli;

import com.openshow.loadtest.imports.HarImport;
import com.openshow.loadtest.imports.ImportException;
import com.openshow.loadtest.imports.Imported;
import com.openshow.loadtest.imports.OpenApiImport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** Writes a first scenario file from an OpenAPI document or a browser's recording. */
final class ImportCommand implements Command {
  private static final List<String> KINDS = List.of("openapi", "har");

  @Override
  public String name() {
    return "import";
  }

  @Override
  public String arguments() {
    return "openapi|har FILE [--output FILE] [--force] [--all]";
  }

  @Override
  public String summary() {
    return "Writes a first scenario file from an OpenAPI document or a browser's recording (HAR).";
  }

  @Override
  public Options options() {
    return new Options()
        .addOption(
            Option.builder("o")
                .longOpt("output")
                .hasArg()
                .argName("FILE")
                .desc("the scenario file to write (default: standard output)")
                .get())
        .addOption(
            Option.builder().longOpt("force").desc("writes over an output that exists").get())
        .addOption(
            Option.builder()
                .longOpt("all")
                .desc("har: takes images, fonts, styles and scripts too")
                .get());
  }

  @Override
  public ExitStatus run(CommandLine line, Console console) throws CommandException, IOException {
    List<String> arguments = line.getArgList();
    if (arguments.size() != 2 || !KINDS.contains(arguments.get(0))) {
      throw new CommandException(
          ExitStatus.USAGE,
          "error: expected openapi or har, and one file, but got " + String.join(" ", arguments));
    }
    boolean har = arguments.get(0).equals("har");
    if (line.hasOption("all") && !har) {
      throw new CommandException(ExitStatus.USAGE, "error: --all is for har only");
    }
    Path file = ScenarioFile.path(arguments.get(1));
    if (!Files.isRegularFile(file)) {
      throw new CommandException(ExitStatus.USAGE, "error: " + file + " is not a file");
    }
    String output = line.getOptionValue("output");
    if (output != null) {
      refuseToOverwrite(ScenarioFile.path(output), line.hasOption("force"));
    }
    Imported imported = read(file, har, line.hasOption("all"));
    imported.warnings().forEach(warning -> console.err().println(file + ": warning: " + warning));
    byte[] text = imported.json().getBytes(StandardCharsets.UTF_8);
    if (output == null) {
      // Bytes: a scenario file is UTF-8, whatever the terminal is.
      console.out().write(text);
      console.out().flush();
    } else {
      Files.write(ScenarioFile.path(output), text);
      console.out().println("wrote " + output);
    }
    return ExitStatus.OK;
  }

  private static void refuseToOverwrite(Path output, boolean force) throws CommandException {
    if (Files.isDirectory(output)) {
      throw new CommandException(
          ExitStatus.USAGE, "error: " + output + " is a folder; expected the name of a file");
    }
    if (Files.exists(output) && !force) {
      throw new CommandException(
          ExitStatus.USAGE, "error: " + output + " exists; --force writes over it");
    }
  }

  private static Imported read(Path file, boolean har, boolean all)
      throws CommandException, IOException {
    int most = har ? HarImport.MAX_BYTES : OpenApiImport.MAX_BYTES;
    try (InputStream input = Files.newInputStream(file)) {
      byte[] content = input.readNBytes(most + 1);
      return har
          ? HarImport.read(file.toString(), content, all)
          : OpenApiImport.read(file.toString(), content);
    } catch (ImportException e) {
      throw new CommandException(ExitStatus.INVALID, e.getMessage());
    }
  }
}
