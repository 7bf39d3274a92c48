package com.openshow.loadtest.cli;

import com.openshow.loadtest.merge.Prefer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder of plans, which people edit: their edits stay. */
final class PlanFolder {
  private final Path folder;
  private final List<PlanUpdate> updates = new ArrayList<>();
  private final Optional<Prefer> winner;

  /**
   * Looks at what there is.
   *
   * @param plans the generated plans by file name
   * @param winner whose word counts in a conflict; empty when nobody said
   */
  PlanFolder(Path folder, Map<String, byte[]> plans, Optional<Prefer> winner) throws IOException {
    this.folder = folder;
    this.winner = winner;
    for (Map.Entry<String, byte[]> plan : plans.entrySet()) {
      updates.add(
          PlanUpdate.of(folder, plan.getKey(), plan.getValue(), winner.orElse(Prefer.PLAN)));
    }
  }

  /** Writes all plans, or none where a conflict is nobody's to decide. */
  ExitStatus write(Console console) throws IOException {
    List<String> problems = problems();
    if (winner.isEmpty() && !problems.isEmpty()) {
      problems.forEach(console.err()::println);
      console
          .err()
          .println(
              "nothing was written; --ours takes the scenario file's word where both differ,"
                  + " --theirs the plan's");
      return ExitStatus.BREACHED;
    }
    try {
      // Large plans take a while to write; a folder listing tells in which order they are named.
      updates.parallelStream().map(this::write).toList().forEach(console.out()::println);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return ExitStatus.OK;
  }

  private String write(PlanUpdate update) {
    boolean isUnknown = update.state() == PlanUpdate.State.UNKNOWN;
    boolean keep = isUnknown && winner.equals(Optional.of(Prefer.PLAN));
    try {
      update.write(keep);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return done(update, keep);
  }

  private static String done(PlanUpdate update, boolean isKept) {
    if (isKept) {
      return "kept " + update.target();
    }
    return switch (update.state()) {
      case EDITED, EDITED_AND_OUT_OF_DATE ->
          "merged " + update.target() + " (what was edited in it stays)";
      default -> "wrote " + update.target();
    };
  }

  private List<String> problems() {
    return updates.stream()
        .flatMap(
            update ->
                update.problems().stream()
                    .map(problem -> "conflict: " + update.target() + ": " + problem))
        .toList();
  }

  /**
   * What is not as it would be written, and what people edited.
   *
   * @param options the command's other options, for the advice to run it again
   */
  ExitStatus check(Path scenarios, String options, Console console) throws IOException {
    List<String> drift = new ArrayList<>();
    for (PlanUpdate update : updates) {
      drift(update, scenarios).ifPresent(drift::add);
      if (update.state() == PlanUpdate.State.EDITED) {
        console.out().println("edited: " + update.target() + " (what was edited in it stays)");
      }
    }
    drift.addAll(leftOver());
    if (drift.isEmpty()) {
      console.out().println(folder + ": up to date (" + updates.size() + " files)");
      return ExitStatus.OK;
    }
    drift.forEach(line -> console.err().println("drift: " + line));
    problems().forEach(console.err()::println);
    console.err().println("run: loadtest generate " + scenarios + options + " --output " + folder);
    return ExitStatus.BREACHED;
  }

  private static Optional<String> drift(PlanUpdate update, Path scenarios) throws IOException {
    String other = " differs from what " + scenarios + " generates";
    Path target = update.target();
    return switch (update.state()) {
      case MISSING -> Optional.of(target + " is missing");
      case OUT_OF_DATE -> Optional.of(target + other);
      case EDITED_AND_OUT_OF_DATE -> Optional.of(target + other + ", and it was edited besides");
      case UNKNOWN -> Optional.of(target + other + ": " + update.problems().get(0));
      case UP_TO_DATE, EDITED ->
          update.isBaseUpToDate() ? Optional.empty() : Optional.of(update.base() + other);
    };
  }

  /** Plans of scenarios that are no more would still be run by whoever runs the folder. */
  private List<String> leftOver() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<Path> known = updates.stream().map(PlanUpdate::target).toList();
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".jmx") && !known.contains(file))
          .sorted()
          .map(file -> file + " belongs to no scenario; delete it")
          .toList();
    }
  }
}
