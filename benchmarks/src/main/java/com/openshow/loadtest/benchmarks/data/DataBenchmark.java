package com.openshow.loadtest.benchmarks.data;

import com.openshow.loadtest.runtime.JMeterRuntime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.jmeter.config.CSVDataSet;
import org.apache.jmeter.engine.event.LoopIterationEvent;
import org.apache.jmeter.engine.util.CompoundVariable;
import org.apache.jmeter.functions.Function;
import org.apache.jmeter.functions.InvalidVariableException;
import org.apache.jmeter.threads.JMeterContextService;
import org.apache.jmeter.threads.JMeterVariables;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One value. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class DataBenchmark {
  private static final int CSV_LINES = 100_000;

  /** A function, one for all threads, as it is in a plan. */
  @State(Scope.Benchmark)
  public static class Called {
    /** Which one. */
    @Param public Means means = Means.UUID;

    private Function function = new CompoundVariable();

    /** Makes it. */
    @Setup
    public void make() throws InvalidVariableException, ReflectiveOperationException {
      JMeterRuntime.start();
      function = means.function();
    }
  }

  /** The lines of a file, shared by all threads. */
  @State(Scope.Benchmark)
  public static class Lines {
    private Path file = Path.of("");

    /** Writes the file. */
    @Setup
    public void write() throws IOException {
      JMeterRuntime.start();
      List<String> lines = new ArrayList<>();
      for (int i = 0; i < CSV_LINES; i++) {
        lines.add("user" + i + "@example.com");
      }
      file = Files.createTempFile("data-", ".csv");
      Files.write(file, lines);
    }
  }

  /** A virtual user. */
  @State(Scope.Thread)
  public static class User {
    private final CSVDataSet csv = new CSVDataSet();

    /** Gives it variables. */
    @Setup(Level.Trial)
    public void begin(Lines lines) {
      JMeterContextService.getContext().setVariables(new JMeterVariables());
      csv.setFilename(lines.file.toString());
      csv.setVariableNames("email");
      csv.setDelimiter(",");
      csv.setRecycle(true);
      csv.setShareMode("shareMode.all");
    }
  }

  /** A value of a function. */
  @Benchmark
  public String call(Called called) throws InvalidVariableException {
    return called.function.execute(null, null);
  }

  /** A line of the CSV Data Set. */
  @Benchmark
  public String csvDataSet(User user) {
    user.csv.iterationStart(new LoopIterationEvent(null, 1));
    return JMeterContextService.getContext().getVariables().get("email");
  }
}
