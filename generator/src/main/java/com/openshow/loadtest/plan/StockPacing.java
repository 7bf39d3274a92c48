package com.openshow.loadtest.plan;

import com.openshow.loadtest.scenario.LoadTest;
import com.openshow.loadtest.scenario.Scenario;
import java.math.BigDecimal;
import java.util.Optional;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jmeter.timers.ConstantThroughputTimer;
import org.apache.jmeter.timers.poissonarrivals.PreciseThroughputTimer;

/** Stock timers for a target rate: of all virtual users of the group together. */
final class StockPacing {
  /** Stands for 0, which is flat out; neither timer can do without a rate. */
  private static final String FLAT_OUT = "10000";

  /** The timer's mode "all active threads in current thread group (shared)", as plans save it. */
  private static final int SHARED_BY_GROUP = 4;

  private StockPacing() {}

  static Optional<Node> schedule(LoadTest test, Scenario scenario, String pointer) {
    if (scenario.pace().targetRps().isEmpty()) {
      return Optional.empty();
    }
    double rate = scenario.pace().targetRps().getAsDouble();
    TestElement timer =
        isEven(scenario, rate) ? constant(scenario, rate) : precise(test, scenario, rate);
    String plain = plain(rate);
    return Optional.of(
        Node.ofBean(
            timer,
            "Target rate " + plain + " per second",
            "For all virtual users together. From " + pointer + "/target_rps"));
  }

  /**
   * Whether the requests come evenly, by the Constant Throughput Timer. Its gap is a whole number
   * of milliseconds. Else the Precise Throughput Timer makes them come at random; it counts from
   * the start of the test: of a group that starts later it would release at once all that was due
   * before.
   */
  static boolean isEven(Scenario scenario, double rate) {
    double gap = 1000 / rate;
    boolean isWhole = Math.abs(gapMillis(rate) - gap) <= 0.01 * gap;
    return !scenario.pace().startAfter().isZero() || (!scenario.pace().poisson() && isWhole);
  }

  /** The gap between two requests of the Constant Throughput Timer. */
  static long gapMillis(double rate) {
    return Math.round(1000 / rate);
  }

  private static TestElement precise(LoadTest test, Scenario scenario, double rate) {
    PreciseThroughputTimer timer = new PreciseThroughputTimer();
    timer.setProperty("throughput", perInjector(scenario, rate, ""));
    timer.setProperty("throughputPeriod", 1);
    timer.setProperty("duration", ThreadGroups.seconds(test, scenario));
    timer.setProperty("batchSize", 1);
    timer.setProperty("batchThreadDelay", 0);
    timer.setProperty("randomSeed", Overridable.property(scenario, "seed", "0"));
    return timer;
  }

  private static TestElement constant(Scenario scenario, double rate) {
    ConstantThroughputTimer timer = new ConstantThroughputTimer();
    timer.setProperty(ConstantThroughputTimer.CALC_MODE, SHARED_BY_GROUP);
    timer.setProperty(ConstantThroughputTimer.THROUGHPUT, perInjector(scenario, rate, "60.0*"));
    return timer;
  }

  private static String perInjector(Scenario scenario, double rate, String factor) {
    String property = Overridable.property("target_rps." + scenario.name(), plain(rate));
    return "${__jexl3("
        + factor
        + ("(" + property + "==0?" + FLAT_OUT + ":" + property + ")")
        + "/"
        + StockDialect.INJECTORS
        + ",)}";
  }

  private static String plain(double number) {
    return new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
  }
}
