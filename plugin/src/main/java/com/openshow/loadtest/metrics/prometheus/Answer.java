package com.openshow.loadtest.metrics.prometheus;

import java.util.List;
import java.util.Map;

/**
 * What Prometheus answers when it succeeds.
 *
 * @param type of the result: {@code matrix}, {@code vector}, {@code scalar} or {@code string}
 * @param tracks the series of it; of a scalar one without labels, of a string none
 * @param warnings why it may not be the whole truth
 * @param infos what else it remarks
 * @param isPartial whether the server says itself that parts are missing, as VictoriaMetrics does
 */
record Answer(
    String type, List<Track> tracks, List<String> warnings, List<String> infos, boolean isPartial) {
  static final String MATRIX = "matrix";
  static final String VECTOR = "vector";
  static final String SCALAR = "scalar";
  static final String STRING = "string";

  /**
   * A series.
   *
   * @param labels by name
   * @param samples its numbers
   * @param hasHistograms whether it has native histograms besides, or instead
   */
  record Track(Map<String, String> labels, Samples samples, boolean hasHistograms) {}
}
