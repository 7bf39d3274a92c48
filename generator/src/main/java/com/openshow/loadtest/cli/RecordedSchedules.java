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
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How many requests of a recorded run were due. The scenario file does not know, since {@code -J}
 * sets rates and durations, and results files do not say; the {@code verdict.json} beside them
 * does.
 */
final class RecordedSchedules {
  private RecordedSchedules() {}

  /** Of all injectors together; none where it is not known of each, which is said. */
  static List<Pacing> read(List<Path> results, LoadTest test, Measurement measured, Console console)
      throws IOException {
    boolean scheduled =
        test.scenarios().stream().anyMatch(scenario -> scenario.pace().targetRps().isPresent());
    if (!scheduled) {
      return List.of();
    }
    Map<String, Pacing> sum = new TreeMap<>();
    TreeSet<Path> folders = new TreeSet<>();
    for (Path file : results) {
      Path folder = Optional.ofNullable(file.toRealPath().getParent()).orElse(file);
      Optional<KeptSchedules> kept =
          folders.add(folder)
              ? beside(folder, measured)
              // Two files of one folder are of two injectors, and it has one verdict at most.
              : Optional.empty();
      if (kept.isEmpty()) {
        console
            .err()
            .println(
                "note: how many requests were due is not known: results files do not tell, and"
                    + " beside "
                    + file
                    + " is no verdict.json of its run");
        return List.of();
      }
      kept.get().pacing().forEach(one -> sum.merge(one.scenario(), one, Pacing::plus));
    }
    return List.copyOf(sum.values());
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
