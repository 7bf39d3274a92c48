package com.openshow.loadtest.merge;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The order of a list that two sides changed. Items are the same when they are equal. */
final class Orders {
  private Orders() {}

  /**
   * All items of both sides, each once: in the order of the side that moved some, else in ours; an
   * item that the other side alone has stands behind the one that it stands behind there.
   *
   * @param winner whose order counts when both moved some
   */
  static <T> List<T> merge(List<T> base, List<T> plan, List<T> scenarios, Prefer winner) {
    Set<T> common = new LinkedHashSet<>(plan);
    common.retainAll(new LinkedHashSet<>(scenarios));
    List<T> before = only(common, base);
    boolean planMoved = !only(common, plan).equals(before);
    boolean scenariosMoved = !only(common, scenarios).equals(before);
    boolean takePlan = planMoved && (!scenariosMoved || winner == Prefer.PLAN);
    return takePlan ? insert(plan, scenarios) : insert(scenarios, plan);
  }

  /** Whether both sides moved items, and not in the same way. */
  static <T> boolean conflict(List<T> base, List<T> plan, List<T> scenarios) {
    Set<T> common = new LinkedHashSet<>(plan);
    common.retainAll(new LinkedHashSet<>(scenarios));
    List<T> before = only(common, base);
    List<T> there = only(common, plan);
    List<T> here = only(common, scenarios);
    return !there.equals(before) && !here.equals(before) && !there.equals(here);
  }

  private static <T> List<T> only(Set<T> wanted, List<T> items) {
    return items.stream().filter(wanted::contains).toList();
  }

  private static <T> List<T> insert(List<T> first, List<T> second) {
    List<T> merged = new ArrayList<>(first);
    int at = 0;
    for (T item : second) {
      int known = merged.indexOf(item);
      if (known < 0) {
        merged.add(at, item);
        at++;
      } else {
        at = known + 1;
      }
    }
    return merged;
  }
}
