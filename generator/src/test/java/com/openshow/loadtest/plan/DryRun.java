package com.openshow.loadtest.plan;

import com.openshow.loadtest.runtime.JMeterRuntime;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.jmeter.control.LoopController;
import org.apache.jmeter.engine.StandardJMeterEngine;
import org.apache.jmeter.engine.util.NoThreadClone;
import org.apache.jmeter.protocol.http.sampler.HTTPSamplerProxy;
import org.apache.jmeter.samplers.AbstractSampler;
import org.apache.jmeter.samplers.Entry;
import org.apache.jmeter.samplers.SampleEvent;
import org.apache.jmeter.samplers.SampleListener;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.save.SaveService;
import org.apache.jmeter.testelement.AbstractTestElement;
import org.apache.jmeter.threads.AbstractThreadGroup;
import org.apache.jmeter.threads.ThreadGroup;
import org.apache.jorphan.collections.HashTree;
import org.apache.jorphan.collections.ListedHashTree;

/** A plan run by JMeter's own engine, with samplers that make no request. */
final class DryRun {
  private DryRun() {}

  /** Counts what a run does. */
  static final class Counter extends AbstractTestElement implements SampleListener, NoThreadClone {
    private final transient Map<String, Integer> labels = new ConcurrentHashMap<>();
    private final transient Map<String, Integer> threads = new ConcurrentHashMap<>();

    /** How many samples there are of each label. */
    Map<String, Integer> labels() {
      return labels;
    }

    /** How many samples each thread took. */
    Map<String, Integer> threads() {
      return threads;
    }

    @Override
    public void sampleOccurred(SampleEvent event) {
      labels.merge(event.getResult().getSampleLabel(), 1, Integer::sum);
      threads.merge(event.getResult().getThreadName(), 1, Integer::sum);
    }

    @Override
    public void sampleStarted(SampleEvent event) {}

    @Override
    public void sampleStopped(SampleEvent event) {}
  }

  /** A request that is none. */
  public static final class Nothing extends AbstractSampler {
    @Override
    public SampleResult sample(Entry entry) {
      SampleResult result = new SampleResult();
      result.setSampleLabel(getName());
      result.sampleStart();
      result.sampleEnd();
      result.setSuccessful(true);
      return result;
    }
  }

  /** Runs the plan's group with so many threads, each of so many iterations. */
  static Counter run(Path plan, int threads, int iterations) throws Exception {
    JMeterRuntime.start();
    HashTree tree = copy(SaveService.loadTree(plan.toFile()), threads, iterations);
    Counter counter = new Counter();
    tree.getTree(tree.getArray()[0]).add(counter);
    StandardJMeterEngine engine = new StandardJMeterEngine();
    engine.configure(tree);
    engine.run();
    return counter;
  }

  private static HashTree copy(HashTree tree, int threads, int iterations) {
    HashTree copy = new ListedHashTree();
    for (Object element : tree.list()) {
      HashTree below = copy(tree.getTree(element), threads, iterations);
      copy.add(element instanceof HTTPSamplerProxy request ? nothing(request) : element, below);
      if (element instanceof ThreadGroup group) {
        LoopController loop = new LoopController();
        loop.setLoops(iterations);
        group.setSamplerController(loop);
        group.setProperty(AbstractThreadGroup.NUM_THREADS, threads);
        group.setProperty(ThreadGroup.RAMP_TIME, 0);
        group.setScheduler(false);
      }
    }
    return copy;
  }

  private static Nothing nothing(HTTPSamplerProxy request) {
    Nothing nothing = new Nothing();
    nothing.setName(request.getName());
    return nothing;
  }
}
