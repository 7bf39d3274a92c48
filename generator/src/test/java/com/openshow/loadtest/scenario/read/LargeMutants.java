package com.openshow.loadtest.scenario.read;

import java.util.Random;

/** Scenario files that are deep, or as large as a file may be. */
final class LargeMutants {
  private static final int DEPTH = 100_000;

  private LargeMutants() {}

  static String of(String file, boolean isYaml, Random random) {
    int most = isYaml ? ScenarioReader.MAX_YAML_BYTES : ScenarioReader.MAX_BYTES;
    int room = most - file.length() - 10_000;
    return switch (random.nextInt(9)) {
      case 0 -> "[".repeat(DEPTH);
      case 1 -> "{\"a\":".repeat(DEPTH);
      case 2 -> "- ".repeat(DEPTH);
      case 3 -> file.replaceFirst("\"GET\"", "[".repeat(DEPTH) + "]".repeat(DEPTH));
      case 4 -> file.replaceFirst("\"GET\"", '"' + "G".repeat(room) + '"');
      case 5 -> file.replaceFirst("\"GET\"", "9".repeat(room));
      case 6 -> file.replaceFirst("\"scenarios\"", " ".repeat(room) + "\"scenarios\"");
      case 7 -> file.replaceFirst("\"GET\"", "[" + "1,".repeat(room / 2) + "1]");
      default -> endpoints(file, room);
    };
  }

  /** A file that is right but for its size. */
  private static String endpoints(String file, int room) {
    StringBuilder endpoints = new StringBuilder("\"endpoints\": [");
    for (int i = 0; endpoints.length() < room; i++) {
      endpoints
          .append("{\"path\": \"/large/")
          .append(i)
          .append("\", \"method\": \"GET\", \"weight\": 1},\n");
    }
    return file.replaceFirst("\"endpoints\": *\\[", endpoints.toString());
  }
}
