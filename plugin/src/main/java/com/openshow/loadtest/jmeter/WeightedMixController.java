package com.openshow.loadtest.jmeter;

import com.openshow.loadtest.mix.WeightedMix;
import org.apache.jmeter.control.Controller;
import org.apache.jmeter.control.GenericController;
import org.apache.jmeter.samplers.Sampler;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jmeter.threads.JMeterContextService;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs exactly one of its children at each iteration, in proportion to their weights. A {@link
 * WeightedThroughputController} carries its weight; any other child has weight 1.
 *
 * <p>The threads of the group share one {@link WeightedMix}, so the shares hold over the whole
 * group. The weights are read when the first thread begins its first iteration; changing them later
 * in the same test has no effect.
 */
public final class WeightedMixController extends GenericController implements OnEachServer {
  private static final Logger LOG = LoggerFactory.getLogger(WeightedMixController.class);

  // Shared by the clones that JMeter makes for its threads.
  private transient WeightedMix mix = new WeightedMix();
  // This thread's view of it, from its first iteration on: JMeter clones anew for each test.
  private transient WeightedMix.@Nullable Deal deal;
  private transient @Nullable TestElement chosen;
  private transient boolean served;

  @Override
  public @Nullable Sampler next() {
    fireIterEvents();
    if (getSubControllers().isEmpty()) {
      setDone(true);
      return null;
    }
    TestElement branch = chosen;
    if (branch == null) {
      branch = choose();
      if (branch == null) {
        return null;
      }
      chosen = branch;
      served = false;
    }
    if (branch instanceof Controller controller) {
      Sampler sampler = controller.next();
      if (sampler == null) {
        reInitialize();
      }
      return sampler;
    }
    if (served) {
      reInitialize();
      return null;
    }
    served = true;
    return (Sampler) branch;
  }

  private @Nullable TestElement choose() {
    try {
      WeightedMix.Deal known = deal;
      if (known == null) {
        known = mix.deal(this::weights);
        deal = known;
      }
      return getSubControllers().get(known.draw());
    } catch (IllegalArgumentException e) {
      LOG.error("Weighted Mix Controller \"{}\": {}. The test stops.", getName(), e.getMessage());
      JMeterContextService.getContext().getEngine().askThreadsToStop();
      setDone(true);
      return null;
    }
  }

  private double[] weights() {
    return getSubControllers().stream().mapToDouble(WeightedMixController::weight).toArray();
  }

  private static double weight(TestElement branch) {
    if (!(branch instanceof WeightedThroughputController weighted)) {
      return 1;
    }
    try {
      return Double.parseDouble(weighted.getWeight().trim());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "weight of \""
              + weighted.getName()
              + "\" must be a number, but was \""
              + weighted.getWeight()
              + "\"",
          e);
    }
  }

  @Override
  protected void reInitialize() {
    chosen = null;
    super.reInitialize();
  }

  @Override
  public void initialize() {
    chosen = null;
    super.initialize();
  }

  @Override
  public Object clone() {
    WeightedMixController copy = (WeightedMixController) super.clone();
    copy.mix = mix;
    copy.deal = null;
    return copy;
  }

  @Override
  protected Object readResolve() {
    super.readResolve();
    mix = new WeightedMix();
    return this;
  }

  @Override
  public void testStarted() {
    deal = null;
    mix.restart();
  }

  @Override
  public void testEnded() {
    // The next start begins afresh.
  }
}
