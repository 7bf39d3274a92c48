package com.openshow.loadtest.benchmarks.results;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A results file with the columns that JMeter saves by default, and what is in it, counted value by
 * value. The requests are slowest in the middle of the run: who looks at its end alone errs.
 */
final class RecordedRun {
  static final String SCENARIO = "S_01_Read";
  static final List<String> PATHS =
      List.of("/api/v1/creators", "/api/v1/search/suggestions", "/api/v1/projects", "/api/v1/me");
  private static final String HEADER =
      "timeStamp,elapsed,label,responseCode,responseMessage,threadName,dataType,success,"
          + "failureMessage,bytes,sentBytes,grpThreads,allThreads,URL,Latency,IdleTime,Connect\n";
  private static final int LONGEST_MILLIS = 120_000;
  private static final int THREADS = 50;

  private final List<int[]> counts = new ArrayList<>();
  private final SplittableRandom random;

  private RecordedRun(long seed) {
    random = new SplittableRandom(seed);
    PATHS.forEach(path -> counts.add(new int[LONGEST_MILLIS + 1]));
  }

  /** Writes a file of that many rows: the same rows for the same seed. */
  static RecordedRun write(Path file, int rows, long seed) throws IOException {
    RecordedRun run = new RecordedRun(seed);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
      out.write(HEADER.getBytes(StandardCharsets.UTF_8));
      StringBuilder row = new StringBuilder();
      for (int i = 0; i < rows; i++) {
        row.setLength(0);
        run.row(row, i, rows);
        out.write(row.toString().getBytes(StandardCharsets.UTF_8));
      }
    }
    return run;
  }

  private void row(StringBuilder row, int i, int rows) {
    int path = random.nextInt(PATHS.size());
    double slowness = 1 + 2 * Math.sin(Math.PI * i / rows);
    int elapsed =
        (int) Math.min(LONGEST_MILLIS, Math.exp(3 + path * 0.5 + 0.7 * gaussian()) * slowness);
    counts.get(path)[elapsed]++;
    boolean failed = random.nextInt(500) == 0;
    row.append(1_700_000_000_000L + i / 5).append(',').append(elapsed).append(",GET ");
    row.append(PATHS.get(path)).append(failed ? ",503,Service Unavailable," : ",200,OK,");
    row.append(SCENARIO).append(" 1-").append(1 + random.nextInt(THREADS)).append(",text,");
    row.append(failed ? "false,\"Expected status 200, but was \"\"503\"\" (see log)\"," : "true,,");
    row.append(500 + random.nextInt(4000)).append(",214,").append(THREADS).append(',');
    row.append(THREADS).append(",http://127.0.0.1:8080").append(PATHS.get(path));
    row.append("?page=").append(random.nextInt(100)).append(',').append(elapsed).append(",0,0\n");
  }

  /** Box and Muller's method: SplittableRandom has none of its own that Java 17 keeps stable. */
  private double gaussian() {
    return Math.sqrt(-2 * Math.log(1 - random.nextDouble()))
        * Math.cos(2 * Math.PI * random.nextDouble());
  }

  /** The order statistic of rank ceil(0.95 n) among the elapsed times of a path. */
  int exactP95(int path) {
    int[] own = counts.get(path);
    long all = 0;
    for (int count : own) {
      all += count;
    }
    long rank = (95 * all + 99) / 100;
    int value = 0;
    for (long seen = own[0]; seen < rank; seen += own[value]) {
      value++;
    }
    return value;
  }
}
