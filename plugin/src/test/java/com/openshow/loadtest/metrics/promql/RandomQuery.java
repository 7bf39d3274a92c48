package com.openshow.loadtest.metrics.promql;

import java.util.List;
import java.util.Random;

/** Makes expressions at random, of what {@link RecordedBackend} has; some are errors. */
final class RandomQuery {
  private static final List<String> METRICS =
      List.of(
          "up",
          "limit",
          "constant",
          "rare",
          "clock_total",
          "cpu_ratio",
          "http_requests_total",
          "temperature_celsius",
          "build_info",
          "request_seconds_bucket",
          "request_seconds_count");
  private static final List<String> LABELS =
      List.of("instance", "core", "method", "status", "unit", "version", "le");
  private static final List<String> MATCHERS =
      List.of(
          "instance=\"a:80\"",
          "instance!=\"b:80\"",
          "instance=~\"a.*|b.*\"",
          "core=\"0\"",
          "status!~\"5..\"",
          "le=~\"0.*\"",
          "unit=\"\"");
  private static final List<String> RANGES = List.of("4s", "5s", "12s", "30s", "1m", "5m");

  private final Random random;

  RandomQuery(Random random) {
    this.random = random;
  }

  String next() {
    return vector(3);
  }

  private String vector(int depth) {
    if (depth == 0) {
      return selector();
    }
    return switch (random.nextInt(10)) {
      case 0 -> selector();
      case 1, 2 -> overTime();
      case 3, 4 -> aggregation(depth - 1);
      case 5, 6 -> vectorsCombined(depth - 1);
      case 7 -> vector(depth - 1) + ' ' + operator() + ' ' + scalar(depth - 1);
      case 8 -> scalar(depth - 1) + ' ' + operator() + ' ' + vector(depth - 1);
      default -> function(depth - 1);
    };
  }

  private String scalar(int depth) {
    return switch (random.nextInt(5)) {
      case 0 -> "scalar(" + vector(Math.max(0, depth - 1)) + ")";
      case 1 -> "(" + scalar(0) + " " + one("+ - * / % ^ atan2".split(" ")) + " -0.3)";
      default -> one("0 1 -1 0.5 2 10 0.97 NaN Inf".split(" "));
    };
  }

  private String selector() {
    String matcher =
        random.nextInt(3) > 0
            ? ""
            : "{" + one(MATCHERS) + (random.nextBoolean() ? "," + one(MATCHERS) : "") + "}";
    return one(METRICS) + matcher + (random.nextInt(8) == 0 ? " offset " + one(RANGES) : "");
  }

  private String overTime() {
    String range = one(METRICS) + "[" + one(RANGES) + "]";
    String name =
        one(
            ("rate increase irate delta idelta deriv changes resets avg_over_time sum_over_time"
                    + " min_over_time max_over_time count_over_time stddev_over_time"
                    + " last_over_time present_over_time absent_over_time")
                .split(" "));
    return random.nextInt(12) == 0
        ? "quantile_over_time(" + scalar(1) + ", " + range + ")"
        : name + "(" + range + ")";
  }

  private String aggregation(int depth) {
    String grouping =
        switch (random.nextInt(3)) {
          case 0 -> "";
          case 1 -> " by (" + labels() + ") ";
          default -> " without (" + labels() + ") ";
        };
    String name = one("sum avg min max count group stddev stdvar quantile".split(" "));
    String parameter = name.equals("quantile") ? scalar(1) + ", " : "";
    return name + grouping + "(" + parameter + vector(depth) + ")";
  }

  private String vectorsCombined(int depth) {
    String matching =
        switch (random.nextInt(4)) {
          case 0 -> "";
          case 1 -> " ignoring (" + labels() + ")";
          default -> " on (" + labels() + ")";
        };
    boolean set = random.nextInt(4) == 0;
    String operator = set ? one("and or unless".split(" ")) : operator();
    String group =
        set || matching.isEmpty()
            ? ""
            : one(List.of("", "", " group_left ()", " group_right ()", " group_left (nothing)"));
    return "(" + vector(depth) + ") " + operator + matching + group + " (" + vector(depth) + ")";
  }

  private String function(int depth) {
    String inner = "(" + vector(depth) + ")";
    return switch (random.nextInt(8)) {
      case 0 -> "histogram_quantile(" + scalar(1) + ", " + vector(depth) + ")";
      case 1 -> "clamp(" + vector(depth) + ", " + scalar(1) + ", " + scalar(1) + ")";
      case 2 -> "-" + inner;
      case 3 -> "round(" + vector(depth) + ", " + scalar(1) + ")";
      case 4 -> "label_replace(" + vector(depth) + ", \"core\", \"$1\", \"instance\", \"(.).*\")";
      default -> one("abs ceil floor sqrt exp ln sgn timestamp absent".split(" ")) + inner;
    };
  }

  private String operator() {
    String operator = one("+ - * / % ^ atan2 == != < <= > >=".split(" "));
    boolean comparison = "==!=<=>=".contains(operator);
    return comparison && random.nextInt(3) == 0 ? operator + " bool" : operator;
  }

  private String labels() {
    return random.nextInt(5) == 0
        ? one(LABELS) + ", " + one(LABELS)
        : random.nextInt(3) == 0 ? one(LABELS) : "instance";
  }

  private String one(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }

  private String one(String[] of) {
    return of[random.nextInt(of.length)];
  }
}
