package com.openshow.loadtest.benchmarks;

import com.openshow.loadtest.jmeter.WeightedMixController;
import com.openshow.loadtest.jmeter.WeightedThroughputController;
import java.util.concurrent.TimeUnit;
import org.apache.jmeter.control.GenericController;
import org.apache.jmeter.samplers.AbstractSampler;
import org.apache.jmeter.samplers.Entry;
import org.apache.jmeter.samplers.SampleResult;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/**
 * One iteration, that is all samplers until the controller says that it has no more: of four
 * weighted branches with one sampler each, and of a Simple Controller with one sampler.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class IterationBenchmark {
  private static final int[] WEIGHTS = {40, 30, 20, 10};

  /** The controllers that the threads' own are cloned from. */
  @State(Scope.Benchmark)
  public static class Plan {
    final WeightedMixController mix = new WeightedMixController();
  }

  /** A thread's own controllers. */
  @State(Scope.Thread)
  public static class Own {
    GenericController mix = new GenericController();
    final GenericController simple = new GenericController();

    /** Builds the trees as JMeter does for each of its threads. */
    @Setup(Level.Trial)
    public void build(Plan plan) {
      mix = (GenericController) plan.mix.clone();
      for (int weight : WEIGHTS) {
        WeightedThroughputController branch = new WeightedThroughputController();
        branch.setWeight(Integer.toString(weight));
        branch.addTestElement(new NoSampler());
        branch.initialize();
        mix.addTestElement(branch);
      }
      mix.initialize();
      simple.addTestElement(new NoSampler());
      simple.initialize();
    }
  }

  private static final class NoSampler extends AbstractSampler {
    @Override
    public @Nullable SampleResult sample(@Nullable Entry entry) {
      return null;
    }
  }

  /** The mix. */
  @Benchmark
  public void weightedMix(Own own, Blackhole hole) {
    iterate(own.mix, hole);
  }

  /** The yardstick. */
  @Benchmark
  public void simpleController(Own own, Blackhole hole) {
    iterate(own.simple, hole);
  }

  private static void iterate(GenericController controller, Blackhole hole) {
    for (Object sampler = controller.next(); sampler != null; sampler = controller.next()) {
      hole.consume(sampler);
    }
  }
}
