package com.openshow.loadtest.slo.simulation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Results by row and by the number of samples, as Markdown. */
final class Table {
  private static final Path FOLDER = Path.of("target", "simulation");

  private final String corner;
  private final Map<String, Map<Integer, String>> rows = new LinkedHashMap<>();

  Table(String corner) {
    this.corner = corner;
  }

  /** Shares of runs in percent, with slashes between them. */
  void put(String row, int samples, double... shares) {
    StringBuilder cell = new StringBuilder();
    for (double share : shares) {
      cell.append(cell.isEmpty() ? "" : " / ");
      cell.append(String.format(Locale.ROOT, "%.1f", 100 * share));
    }
    rows.computeIfAbsent(row, absent -> new LinkedHashMap<>()).put(samples, cell.toString());
  }

  /** Writes it to the build's folder, and shows it. */
  void publish(String name) throws IOException {
    TreeSet<Integer> sizes = new TreeSet<>();
    rows.values().forEach(cells -> sizes.addAll(cells.keySet()));
    StringBuilder markdown = new StringBuilder("| ").append(corner).append(" |");
    sizes.forEach(size -> markdown.append(String.format(Locale.ROOT, " %,d |", size)));
    markdown.append("\n|---|").append("---|".repeat(sizes.size())).append('\n');
    rows.forEach(
        (row, cells) ->
            markdown.append(
                sizes.stream()
                    .map(size -> cells.getOrDefault(size, ""))
                    .collect(Collectors.joining(" | ", "| " + row + " | ", " |\n"))));
    Files.writeString(Files.createDirectories(FOLDER).resolve(name + ".md"), markdown);
    System.out.println(markdown);
  }
}
