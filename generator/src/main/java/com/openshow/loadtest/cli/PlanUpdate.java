package com.openshow.loadtest.cli;

import com.openshow.loadtest.merge.Merged;
import com.openshow.loadtest.merge.PlanMerge;
import com.openshow.loadtest.merge.Prefer;
import com.openshow.loadtest.merge.UnreadablePlanException;
import com.openshow.loadtest.plan.Header;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What generating does to one plan file. Beside the plans, in {@value #BASES}, stands what was
 * generated the last time: what differs from it has been edited by people, and stays.
 */
final class PlanUpdate {
  /** The folder of what was generated. */
  static final String BASES = ".generated";

  /** What a plan's file holds. */
  enum State {
    MISSING,
    /** What it is to hold. */
    UP_TO_DATE,
    /** What was generated once, and nobody's edits. */
    OUT_OF_DATE,
    /** Edits, and besides what the scenario file says. */
    EDITED,
    /** Edits, and not what the scenario file says besides. */
    EDITED_AND_OUT_OF_DATE,
    /** Edits that cannot be told from what was generated. */
    UNKNOWN
  }

  private final Path target;
  private final Path base;
  private final byte[] content;
  private final byte[] generated;
  private final State state;
  private final List<String> problems;

  private PlanUpdate(
      Path target,
      Path base,
      byte[] content,
      byte[] generated,
      State state,
      List<String> problems) {
    this.target = target;
    this.base = base;
    this.content = content;
    this.generated = generated;
    this.state = state;
    this.problems = List.copyOf(problems);
  }

  static PlanUpdate of(Path folder, String name, byte[] generated, Prefer winner)
      throws IOException {
    Path target = folder.resolve(name);
    Path base = folder.resolve(BASES).resolve(name);
    if (!Files.isRegularFile(target)) {
      return new PlanUpdate(target, base, generated, generated, State.MISSING, List.of());
    }
    byte[] plan = Files.readAllBytes(target);
    if (Arrays.equals(plan, generated)) {
      return new PlanUpdate(target, base, generated, generated, State.UP_TO_DATE, List.of());
    }
    if (!Header.isEdited(plan, generated)) {
      return new PlanUpdate(target, base, generated, generated, State.OUT_OF_DATE, List.of());
    }
    Optional<byte[]> before =
        Files.isRegularFile(base) ? Optional.of(Files.readAllBytes(base)) : Optional.empty();
    if (before.isEmpty()) {
      return unknown(
          target,
          base,
          generated,
          "was edited, and " + base + " with what was generated is missing");
    }
    try {
      Merged merged = PlanMerge.of(before.get(), plan, generated, winner);
      return new PlanUpdate(
          target,
          base,
          merged.isEdited() ? Header.with(generated, merged.plan()) : generated,
          generated,
          state(merged),
          merged.conflicts().stream().map(Object::toString).toList());
    } catch (UnreadablePlanException e) {
      return unknown(target, base, generated, "cannot be read: " + e.getMessage());
    }
  }

  private static PlanUpdate unknown(Path target, Path base, byte[] generated, String problem) {
    return new PlanUpdate(
        target, base, generated, generated, State.UNKNOWN, List.of("the plan " + problem));
  }

  private static State state(Merged merged) {
    if (merged.isEdited()) {
      return merged.isAsBefore() ? State.EDITED : State.EDITED_AND_OUT_OF_DATE;
    }
    return merged.isAsBefore() ? State.UP_TO_DATE : State.OUT_OF_DATE;
  }

  /** The plan's file. */
  Path target() {
    return target;
  }

  /** The file of what was generated. */
  Path base() {
    return base;
  }

  /** What the plan's file holds now. */
  State state() {
    return state;
  }

  /** Why the plan cannot be merged without somebody's word; empty when it can. */
  List<String> problems() {
    return problems;
  }

  /** Whether the file of what was generated holds what is generated now. */
  boolean isBaseUpToDate() throws IOException {
    return Files.isRegularFile(base) && Arrays.equals(Files.readAllBytes(base), generated);
  }

  /** Writes the plan, and then what was generated: between the two nothing is lost. */
  void write(boolean keepPlan) throws IOException {
    if (!keepPlan) {
      replace(target, content);
    }
    replace(base, generated);
  }

  private static void replace(Path file, byte[] content) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException(file + " has no folder");
    }
    Files.createDirectories(folder);
    Path written = Files.createTempFile(folder, ".new", null);
    try {
      Files.write(written, content);
      Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(written);
    }
  }
}
