package com.openshow.loadtest.metrics.archive;

import com.openshow.loadtest.metrics.MetricsSource;
import com.openshow.loadtest.metrics.Reading;
import com.openshow.loadtest.metrics.TimeRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A source of which every answer is kept, and the same question is asked once. Several threads may
 * ask it.
 */
public final class RecordingSource implements MetricsSource {
  private final MetricsSource source;
  private final List<Answer> answers = new ArrayList<>();

  /** A recording of what this source answers from now on. */
  public RecordingSource(MetricsSource source) {
    this.source = source;
  }

  @Override
  public String name() {
    return source.name();
  }

  @Override
  public void begin() {
    source.begin();
  }

  @Override
  public Optional<String> obstacle() {
    return source.obstacle();
  }

  @Override
  public Reading read(String query, TimeRange range) {
    return ask(Form.READ, query, range);
  }

  @Override
  public Reading raw(String selector, TimeRange range) {
    return ask(Form.RAW, selector, range);
  }

  private Reading ask(Form form, String query, TimeRange range) {
    for (Answer before : answers()) {
      if (before.isOf(name(), form, query) && before.range().equals(range)) {
        return before.reading();
      }
    }
    Reading reading = form.ask(source, query, range);
    synchronized (answers) {
      answers.add(new Answer(name(), form, query, range, reading));
    }
    return reading;
  }

  List<Answer> answers() {
    synchronized (answers) {
      return List.copyOf(answers);
    }
  }

  @Override
  public void close() {
    source.close();
  }
}
