package com.openshow.loadtest.metrics.series;

import com.openshow.loadtest.metrics.Series;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * What tells one series from others. A label without a value is the same as none. Small and quick
 * to compare, since every value of every step of a query carries them.
 */
public final class Labels implements Comparable<Labels> {
  /** No labels at all. */
  public static final Labels NONE = new Labels(new String[0]);

  /** Names and values in turn, in the order of the names. */
  private final String[] pairs;

  private final int hash;

  private Labels(String[] pairs) {
    this.pairs = pairs;
    this.hash = Arrays.hashCode(pairs);
  }

  /** Those of a map; empty values are left out. */
  public static Labels of(Map<String, String> labels) {
    return labels.isEmpty() ? NONE : sorted(new TreeMap<>(labels));
  }

  private static Labels sorted(SortedMap<String, String> labels) {
    labels.values().removeIf(String::isEmpty);
    String[] pairs = new String[2 * labels.size()];
    int i = 0;
    for (Map.Entry<String, String> label : labels.entrySet()) {
      pairs[i++] = label.getKey();
      pairs[i++] = label.getValue();
    }
    return new Labels(pairs);
  }

  /** The value of a label; empty when there is none. */
  public String get(String name) {
    for (int i = 0; i < pairs.length; i += 2) {
      if (pairs[i].equals(name)) {
        return pairs[i + 1];
      }
    }
    return "";
  }

  /** The names. */
  public List<String> names() {
    return List.copyOf(toMap().keySet());
  }

  /** With another value; an empty one takes the label away. */
  public Labels with(String name, String value) {
    if (get(name).equals(value)) {
      return this;
    }
    TreeMap<String, String> changed = new TreeMap<>(toMap());
    changed.put(name, value);
    return sorted(changed);
  }

  /** Only those with such names. */
  public Labels only(Set<String> names) {
    return filtered(names::contains);
  }

  /** Without those with such names. */
  public Labels without(Set<String> names) {
    return filtered(name -> !names.contains(name));
  }

  /** Without the metric's name. */
  public Labels withoutMetric() {
    return filtered(name -> !name.equals(Series.NAME));
  }

  private Labels filtered(Predicate<String> kept) {
    String[] rest = new String[pairs.length];
    int length = 0;
    for (int i = 0; i < pairs.length; i += 2) {
      if (kept.test(pairs[i])) {
        rest[length++] = pairs[i];
        rest[length++] = pairs[i + 1];
      }
    }
    return length == pairs.length ? this : new Labels(Arrays.copyOf(rest, length));
  }

  /** The same, made of other objects that are equal to these. */
  Labels shared(UnaryOperator<String> symbols) {
    return new Labels(Arrays.stream(pairs).map(symbols).toArray(String[]::new));
  }

  /** In the order of the names. */
  public Map<String, String> toMap() {
    Map<String, String> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put(pairs[i], pairs[i + 1]);
    }
    return map;
  }

  int size() {
    return pairs.length / 2;
  }

  /** The first label decides, by name, then by value; then the next; the shorter comes first. */
  @Override
  public int compareTo(Labels other) {
    return Arrays.compare(pairs, other.pairs);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Labels labels
        && hash == labels.hash
        && Arrays.equals(pairs, labels.pairs);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  /** As Prometheus writes them. */
  @Override
  public String toString() {
    return new Series(toMap(), List.of()).text();
  }
}
