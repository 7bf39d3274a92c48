package com.openshow.loadtest.metrics.archive;

import com.openshow.loadtest.metrics.BackendOutcome;
import com.openshow.loadtest.metrics.MetricsSource;
import com.openshow.loadtest.metrics.Reading;
import com.openshow.loadtest.metrics.TimeRange;
import com.openshow.loadtest.metrics.Windows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the sources answered when a run was judged: {@code backend.json}. It answers the same
 * questions again, of the same time or a part of it, to the last digit.
 */
public final class Archive {
  /** The name of the file beside {@code verdict.json}. */
  public static final String FILE_NAME = "backend.json";

  /** Nobody was asked anything. */
  public static final Archive EMPTY = new Archive(List.of(), List.of());

  private final List<KeptWindow> windows;
  private final List<Answer> answers;

  Archive(List<KeptWindow> windows, List<Answer> answers) {
    this.windows = List.copyOf(windows);
    this.answers = List.copyOf(answers);
  }

  /**
   * All that a source has answered so far.
   *
   * @param outcomes what was judged by it
   */
  public static Archive of(RecordingSource source, Collection<BackendOutcome> outcomes) {
    return new Archive(
        outcomes.stream()
            .map(outcome -> KeptWindow.of(outcome.objective(), outcome.range()))
            .distinct()
            .toList(),
        source.answers());
  }

  /** What both know. */
  public Archive plus(Archive other) {
    return new Archive(
        Stream.concat(windows.stream(), other.windows.stream()).distinct().toList(),
        Stream.concat(answers.stream(), other.answers.stream()).toList());
  }

  /** When the windows of the run's objectives were. */
  public Windows windows() {
    return objective ->
        windows.stream()
            .filter(window -> window.isOf(objective))
            .map(KeptWindow::range)
            .findFirst();
  }

  /** When the whole run was; empty where no objective was of the whole run. */
  public Optional<TimeRange> wholeRun() {
    return windows.stream()
        .filter(window -> window.window().isEmpty())
        .map(KeptWindow::range)
        .findFirst();
  }

  /**
   * Reads a file.
   *
   * @throws IOException when it cannot be read, or is no such file; its message says what is wrong
   */
  public static Archive read(Path file) throws IOException {
    return ArchiveReader.read(file);
  }

  /** The content of the file. */
  public String render() {
    return ArchiveWriter.render(windows, answers);
  }

  /** Whether nobody was asked anything. */
  public boolean isEmpty() {
    return answers.isEmpty();
  }

  /** What the source of this name answered, as a source. */
  public MetricsSource source(String name) {
    return new Kept(name);
  }

  private final class Kept implements MetricsSource {
    private final String name;

    Kept(String name) {
      this.name = name;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public Reading read(String query, TimeRange range) {
      return answer(Form.READ, query, range);
    }

    @Override
    public Reading raw(String selector, TimeRange range) {
      return answer(Form.RAW, selector, range);
    }

    private Reading answer(Form form, String query, TimeRange range) {
      List<Answer> same =
          answers.stream().filter(answer -> answer.isOf(name, form, query)).toList();
      Optional<Answer> kept =
          same.stream()
              .filter(answer -> answer.range().equals(range))
              .findFirst()
              .or(() -> same.stream().filter(answer -> answer.covers(range)).findFirst());
      return kept.map(answer -> answer.within(range))
          .orElseGet(() -> new Reading.Unavailable(missing(same, query, range)));
    }

    private String missing(List<Answer> same, String query, TimeRange range) {
      if (same.isEmpty()) {
        return FILE_NAME
            + " has no answer of \""
            + name
            + "\" to "
            + query
            + ": the objective was not among those of the run";
      }
      TimeRange kept = same.get(0).range();
      return FILE_NAME
          + " knows "
          + query
          + " from "
          + kept.from()
          + " to "
          + kept.to()
          + ", and not from "
          + range.from()
          + " to "
          + range.to();
    }

    @Override
    public void close() {
      // Nothing is gathered.
    }
  }
}
