package com.openshow.loadtest.slo.measure;

import java.util.Objects;

/**
 * One request that was made, live or as it stands in a results file.
 *
 * @param scenario the name of the thread group
 * @param label its label
 * @param user the virtual user who made it, different from all others
 * @param startMillis when it began, in milliseconds since 1970
 * @param elapsedMillis how long it took; negative when a clock was set back meanwhile
 * @param lagMillis by how much it began late, at least 0
 * @param failed whether it failed
 * @param transaction whether it is the sum of requests that are samples themselves
 * @param details what else is known of it
 */
public record Sample(
    String scenario,
    String label,
    String user,
    long startMillis,
    long elapsedMillis,
    long lagMillis,
    boolean failed,
    boolean transaction,
    Details details) {
  public Sample {
    Objects.requireNonNull(scenario, "scenario");
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(user, "user");
    Objects.requireNonNull(details, "details");
  }

  /** A request of which no more is known. */
  public Sample(
      String scenario,
      String label,
      String user,
      long startMillis,
      long elapsedMillis,
      long lagMillis,
      boolean failed) {
    this(
        scenario,
        label,
        user,
        startMillis,
        elapsedMillis,
        lagMillis,
        failed,
        false,
        Details.UNKNOWN);
  }

  /** When it ended, in milliseconds since 1970; not before it began. */
  public long endMillis() {
    return startMillis + Math.max(0, elapsedMillis);
  }

  /** What a user would have waited, in milliseconds: from the moment it was due. */
  public long latencyMillis() {
    return Math.max(0, elapsedMillis + lagMillis);
  }

  /** What it is counted under. */
  SampleKey key() {
    return new SampleKey(scenario, label, transaction);
  }

  boolean isLeftOut() {
    return SampleKey.isLeftOut(label);
  }
}
