package com.openshow.loadtest.jmeter;

import org.apache.jmeter.control.GenericController;

/**
 * A branch of a {@link WeightedMixController}: runs its children in order when the mix deals it an
 * iteration, in proportion to its weight among its siblings. Outside a mix it has no siblings to
 * share with and runs at every iteration.
 */
public final class WeightedThroughputController extends GenericController {
  private static final String WEIGHT = "WeightedThroughputController.weight";

  /** The weight as it stands in the plan: a number, or an expression that gives one. */
  public String getWeight() {
    return getPropertyAsString(WEIGHT, "1");
  }

  /**
   * Sets the weight.
   *
   * @param weight a number of at least 0, or an expression that gives one, such as {@code
   *     ${__P(weight,60)}}
   */
  public void setWeight(String weight) {
    setProperty(WEIGHT, weight);
  }
}
