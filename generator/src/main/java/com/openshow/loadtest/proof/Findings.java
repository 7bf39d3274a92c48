package com.openshow.loadtest.proof;

import java.util.List;
import java.util.stream.Stream;

/**
 * What comparing values has found.
 *
 * @param values how many there are
 * @param duplicates how many of them somebody else had before
 * @param examples some of the values that came more than once
 */
public record Findings(long values, long duplicates, List<String> examples) {
  /** Nothing compared. */
  public static final Findings NONE = new Findings(0, 0, List.of());

  public Findings {
    examples = List.copyOf(examples);
  }

  /** Both together. */
  public Findings and(Findings other) {
    return new Findings(
        values + other.values,
        duplicates + other.duplicates,
        Stream.concat(examples.stream(), other.examples.stream()).toList());
  }
}
