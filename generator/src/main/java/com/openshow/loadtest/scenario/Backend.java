package com.openshow.loadtest.scenario;

import com.openshow.loadtest.metrics.source.SourceSettings;
import java.util.List;

/**
 * What is promised of the backend's metrics.
 *
 * @param sources who is asked, with different names; a URL that begins with a slash is a path on
 *     the target
 * @param promises each of one of the sources
 * @param unmeasured limits that nobody is asked about: they stand in documents only
 */
public record Backend(
    List<SourceSettings> sources, List<BackendPromise> promises, List<BackendLimit> unmeasured) {
  /** Nothing is promised. */
  public static final Backend NONE = new Backend(List.of(), List.of(), List.of());

  public Backend {
    sources = List.copyOf(sources);
    promises = List.copyOf(promises);
    unmeasured = List.copyOf(unmeasured);
    List<String> names = sources.stream().map(SourceSettings::name).toList();
    Require.that(
        names.stream().distinct().count() == names.size(), "source names must differ", names);
    for (BackendPromise promise : promises) {
      Require.that(
          names.contains(promise.objective().source()),
          "each promise needs its source",
          promise.objective().source());
    }
  }
}
