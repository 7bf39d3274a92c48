package com.openshow.loadtest.cli;

import com.openshow.loadtest.scenario.LoadTest;
import com.openshow.loadtest.scenario.Scenario;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Scales virtual users to a common cap, by largest remainder (Hamilton's method). */
final class FitVus {
  private FitVus() {}

  /**
   * The test with its scenarios' virtual users in proportion, and exactly {@code global_vus} of
   * them; unchanged when they are no more. Every scenario keeps at least one.
   */
  static LoadTest fit(LoadTest test) {
    List<Scenario> scenarios = test.scenarios();
    long sum = scenarios.stream().mapToLong(Scenario::targetVus).sum();
    // With more scenarios than virtual users, one each is the least there can be.
    long cap = Math.max(test.globalVus(), scenarios.size());
    if (sum <= cap) {
      return test;
    }
    // One each beforehand, and the rest in proportion to what each has above one.
    long above = sum - scenarios.size();
    long rest = cap - scenarios.size();
    long[] shares =
        scenarios.stream().mapToLong(one -> 1 + (one.targetVus() - 1) * rest / above).toArray();
    List<Integer> byRemainder =
        IntStream.range(0, shares.length)
            .boxed()
            .sorted(
                Comparator.comparingLong(
                        (Integer i) -> (scenarios.get(i).targetVus() - 1) * rest % above)
                    .reversed())
            .toList();
    long left = cap - IntStream.range(0, shares.length).mapToLong(i -> shares[i]).sum();
    for (int i = 0; i < left; i++) {
      shares[byRemainder.get(i)]++;
    }
    List<Scenario> fitted = new ArrayList<>();
    for (int i = 0; i < shares.length; i++) {
      fitted.add(scenarios.get(i).withVus((int) shares[i]));
    }
    return test.with(fitted);
  }
}
