package com.openshow.loadtest.metrics.preset;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Prometheus's own engine, over series made of an exporter's page: gauges stand still, counters
 * rise by 3 at each scrape, those that count milliseconds by 3000. Scraped every 15 s, so 0.2 a
 * second.
 */
final class Promtool {
  private static final Pattern SAMPLE = Pattern.compile("([\\w:]+)(?:\\{(.*)})? (\\S+)");
  private static final Pattern TYPE = Pattern.compile("# TYPE (\\S+) (\\S+)");
  private static final Pattern GOT =
      Pattern.compile("expr: \"(.*)\", time: 5m,\\s+exp:.*\\s+got:\\s*(.*)");
  private static final Pattern VALUE =
      Pattern.compile("}? ?(-?[\\d.]+E[+-]\\d+|NaN|[+-]Inf)(?=,|$)");

  private Promtool() {}

  /** Whether it is on the path. */
  static boolean isHere() {
    return Pattern.compile(Pattern.quote(File.pathSeparator))
        .splitAsStream(System.getenv().getOrDefault("PATH", ""))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "promtool")));
  }

  /** The values of each query after five minutes; a query without one is not among them. */
  static Map<String, List<Double>> evaluate(Path folder, String page, List<String> queries)
      throws IOException, InterruptedException {
    Path file = folder.resolve("queries.yml");
    Files.writeString(file, rules(page, queries));
    Process promtool =
        new ProcessBuilder("promtool", "test", "rules", file.toString())
            .redirectErrorStream(true)
            .start();
    String output = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    promtool.waitFor();
    Map<String, List<Double>> values = new LinkedHashMap<>();
    Matcher got = GOT.matcher(output);
    while (got.find()) {
      String query = got.group(1).replace("\\\"", "\"").replace("\\\\", "\\");
      values.put(query, values(got.group(2)));
    }
    if (values.isEmpty()) {
      throw new IOException(output);
    }
    return values;
  }

  private static List<Double> values(String got) {
    List<Double> values = new ArrayList<>();
    Matcher value = VALUE.matcher(got.strip());
    while (value.find()) {
      values.add(Double.valueOf(value.group(1).replace("Inf", "Infinity")));
    }
    return values;
  }

  private static String rules(String page, List<String> queries) {
    StringBuilder yaml =
        new StringBuilder("evaluation_interval: 15s\ntests:\n- interval: 15s\n  input_series:\n");
    String type = "";
    for (String line : page.lines().toList()) {
      Matcher declared = TYPE.matcher(line);
      if (declared.matches()) {
        type = declared.group(2);
      }
      Matcher sample = SAMPLE.matcher(line);
      if (!line.startsWith("#") && sample.matches()) {
        String labels = sample.group(2) == null ? "" : sample.group(2) + ",";
        String series = sample.group(1) + "{" + labels + "instance=\"db-1:9100\",job=\"backend\"}";
        yaml.append("  - series: '").append(series.replace("'", "''")).append("'\n    values: '");
        yaml.append(sample.group(3)).append('+').append(rise(sample.group(1), type));
        yaml.append("x40'\n");
      }
    }
    yaml.append("  promql_expr_test:\n");
    for (String query : queries) {
      yaml.append("  - expr: '").append(query.replace("'", "''")).append("'\n");
      yaml.append("    eval_time: 5m\n    exp_samples: []\n");
    }
    return yaml.toString();
  }

  private static String rise(String name, String type) {
    if (name.endsWith("_ms")) {
      return "3000";
    }
    return type.equals("counter") || type.equals("summary") ? "3" : "0";
  }
}
