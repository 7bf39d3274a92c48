package com.openshow.loadtest.benchmarks.listener;

import com.openshow.loadtest.runtime.JMeterRuntime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.jmeter.samplers.SampleEvent;
import org.apache.jmeter.samplers.SampleListener;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.testelement.TestStateListener;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;

/** One sample that a listener hears of. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class ListenerBenchmark {
  static final String GROUP = "S_01";
  static final List<String> LABELS =
      List.of("GET /creators", "GET /search/suggestions", "GET /projects", "POST /orders");
  // Some 20 us on the machines of today; a real HTTP request takes JMeter two or three times that.
  private static final long WORK_TOKENS = 10_000;
  private static final int LONGEST_MILLIS = 300;

  /** The listener under test: a new one for each iteration, started as JMeter does. */
  @State(Scope.Benchmark)
  public static class Heard {
    /** Which one. */
    @Param public Kind kind = Kind.NO_OP;

    SampleListener listener = new NoListener();
    private Path folder = Path.of("");

    /** Starts it. */
    @Setup(Level.Iteration)
    public void start() throws IOException {
      JMeterRuntime.start();
      folder = Files.createTempDirectory("listener-");
      listener = kind.create(folder);
      if (listener instanceof TestStateListener state) {
        state.testStarted();
      }
    }

    /** Ends it, and removes what it wrote. */
    @TearDown(Level.Iteration)
    public void end() throws IOException {
      if (listener instanceof TestStateListener state) {
        state.testEnded();
      }
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  /** A virtual user. */
  @State(Scope.Thread)
  public static class User {
    private int samples;

    private SampleEvent event(SampleResult result) {
      samples++;
      result.setSampleLabel(LABELS.get(samples % LABELS.size()));
      result.setThreadName(Thread.currentThread().getName());
      result.setResponseCodeOK();
      result.setResponseMessageOK();
      result.setSuccessful(true);
      result.setBytes(1_000L);
      return new SampleEvent(result, GROUP);
    }
  }

  /**
   * The listener alone, of samples that are no work. Each has a result of its own: JMeter writes
   * none twice.
   */
  @Benchmark
  public void listen(Heard heard, User user) {
    long now = System.currentTimeMillis();
    SampleResult result = SampleResult.createTestSample(now - user.samples % LONGEST_MILLIS, now);
    heard.listener.sampleOccurred(user.event(result));
  }

  /** A sample that is work, as a request is, and then the listener. */
  @Benchmark
  public void workAndListen(Heard heard, User user) {
    SampleResult result = new SampleResult();
    result.sampleStart();
    Blackhole.consumeCPU(WORK_TOKENS);
    result.sampleEnd();
    heard.listener.sampleOccurred(user.event(result));
  }
}
