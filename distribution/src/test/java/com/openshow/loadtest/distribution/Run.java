package com.openshow.loadtest.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.openshow.loadtest.distribution.Home.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** A run of {@code loadtest run} that has ended, and what it left in its folder. */
record Run(Path folder, Outcome outcome, JsonNode verdict) {
  /** The command, in a folder of its own where its report goes, too. */
  static ProcessBuilder command(Path folder, String scenarios, String target, String... options)
      throws IOException {
    Files.createDirectories(folder);
    Path file = Files.writeString(folder.resolve("scenarios.json"), scenarios);
    List<Object> words = new ArrayList<>(List.of(Home.PATH.resolve("bin/loadtest"), "run", file));
    words.addAll(List.of("--target", target, "--report", "report"));
    words.addAll(List.of(options));
    return Home.command(folder, words.toArray());
  }

  /** Runs it to its end. */
  static Run of(ProcessBuilder command) throws IOException, InterruptedException {
    Outcome outcome = Home.run(command);
    Path verdict = command.directory().toPath().resolve("report/verdict.json");
    assertThat(verdict).as(outcome.output()).exists();
    return new Run(
        command.directory().toPath(), outcome, new ObjectMapper().readTree(verdict.toFile()));
  }

  /** The backend objectives of a source, in the order of the scenario file. */
  List<JsonNode> of(String source) {
    return StreamSupport.stream(verdict.path("objectives").spliterator(), false)
        .filter(objective -> objective.at("/backend/source").asText().equals(source))
        .toList();
  }

  /** The backend objective of a source with a name. */
  JsonNode of(String source, String name) {
    List<JsonNode> found =
        of(source).stream().filter(one -> one.path("name").asText().equals(name)).toList();
    assertThat(found).as(outcome.output()).hasSize(1);
    return found.get(0);
  }
}
