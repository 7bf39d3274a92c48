package com.openshow.loadtest.cli;

import com.openshow.loadtest.report.KeptSchedules;
import com.openshow.loadtest.scenario.LoadTest;
import com.openshow.loadtest.slo.Pacing;
import com.openshow.loadtest.slo.measure.Measurement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How many requests of a recorded run were due. The scenario file does not know, since {@code -J}
 * sets rates and durations, and results files do not say; the {@code verdict.json} beside them
 * does.
 */
final class RecordedSchedules {
  private RecordedSchedules() {}

  /**
   * Of all injectors together; none where it is not known of each, which is said.
   *
   * @param results the files that were read
   * @param reports the folders of the runs; empty: those of the results
   */
  static List<Pacing> read(
      List<Path> results, List<Path> reports, LoadTest test, Measurement measured, Console console)
      throws IOException {
    if (test.scenarios().stream().noneMatch(one -> one.pace().targetRps().isPresent())) {
      return List.of();
    }
    Set<Path> folders = new TreeSet<>(reports);
    if (reports.isEmpty()) {
      for (Path file : results) {
        folders.add(Objects.requireNonNullElse(file.toRealPath().getParent(), file));
      }
    }
    Map<String, Pacing> sum = new TreeMap<>();
    int runs = 0;
    for (Path folder : folders) {
      Optional<KeptSchedules> kept = beside(folder, measured);
      runs += kept.isPresent() ? 1 : 0;
      kept.map(KeptSchedules::pacing)
          .orElse(List.of())
          .forEach(one -> sum.merge(one.scenario(), one, Pacing::plus));
    }
    if (runs == results.size()) {
      return List.copyOf(sum.values());
    }
    console
        .err()
        .println(
            "note: how many requests were due is not known: results files do not tell, and not"
                + " each has the verdict.json of its run beside it, or beside the backend.json that"
                + " --backend names");
    return List.of();
  }

  /** What is damaged, or of another run, is none. */
  private static Optional<KeptSchedules> beside(Path folder, Measurement measured) {
    Path file = folder.resolve(KeptSchedules.FILE_NAME);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(KeptSchedules.read(file))
          .filter(kept -> kept.endedAt().isAfter(measured.startedAt()))
          .filter(kept -> !kept.endedAt().isAfter(measured.endedAt()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
