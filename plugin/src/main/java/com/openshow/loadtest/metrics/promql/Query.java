package com.openshow.loadtest.metrics.promql;

import com.openshow.loadtest.metrics.Point;
import com.openshow.loadtest.metrics.Series;
import com.openshow.loadtest.metrics.TimeRange;
import com.openshow.loadtest.metrics.series.Labels;
import com.openshow.loadtest.metrics.series.SeriesStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An expression with an instant vector or a scalar for a value. */
public final class Query {
  private final VectorNode node;
  private final List<Selector> selectors;

  Query(VectorNode node, List<Selector> selectors) {
    this.node = node;
    this.selectors = selectors;
  }

  /** The selectors in it, as they stand there. */
  public List<Selector> selectors() {
    return selectors;
  }

  /**
   * The values over a time: at its start, and then step by step.
   *
   * @param step more than 0
   * @param budget what it may take
   * @return in the order of their labels; a scalar is one series without labels
   * @throws EvaluationException when it has no value for these series, or takes too much
   */
  public List<Series> over(SeriesStore store, TimeRange range, Duration step, Budget budget) {
    long millis = range.from().toEpochMilli();
    Moment moment = new Moment(store, millis);
    Map<Labels, List<Point>> points = new TreeMap<>();
    for (; range.contains(millis); millis += step.toMillis()) {
      moment.moveTo(millis);
      List<Element> elements = node.at(moment);
      budget.spend(elements.size());
      for (Element element : elements) {
        points
            .computeIfAbsent(element.labels(), labels -> new ArrayList<>())
            .add(new Point(millis, element.value()));
      }
    }
    List<Series> series = new ArrayList<>();
    points.forEach((labels, its) -> series.add(new Series(labels.toMap(), its)));
    return series;
  }
}
