package com.openshow.loadtest.slo.measure;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What a sample is counted under.
 *
 * @param scenario the name of the thread group that took the sample
 * @param label the sample's label, such as {@code GET /api/v1/creators}
 * @param transaction whether it is the sum of requests that are samples themselves
 */
public record SampleKey(String scenario, String label, boolean transaction) {
  /**
   * Samples whose label starts with this prepare a virtual user (sign-up, login) and are never
   * judged, neither live nor from a recorded file.
   */
  public static final String SETUP_PREFIX = "setup: ";

  /**
   * Samples whose label starts with this show how data for requests were made, and are never judged
   * either.
   */
  public static final String DATA_PREFIX = "data: ";

  // What JMeter calls such thread groups; a scenario's name has no space in it. In distributed
  // tests the host's name stands before it.
  private static final Pattern PREPARING_GROUP =
      Pattern.compile("(?i)(?:.*-)?(?:setup|teardown)\\s.*");

  public SampleKey {
    Objects.requireNonNull(scenario, "scenario");
    Objects.requireNonNull(label, "label");
  }

  /** The key of requests. */
  public SampleKey(String scenario, String label) {
    this(scenario, label, false);
  }

  /**
   * Whether a thread group of this name prepares a test or tidies up after it, as JMeter's setUp
   * and tearDown Thread Groups do: its samples are never judged.
   */
  public static boolean isPreparingGroup(String group) {
    return PREPARING_GROUP.matcher(group).matches();
  }

  /** Whether samples of this label prepare a virtual user. */
  public static boolean isSetup(String label) {
    return label.startsWith(SETUP_PREFIX);
  }

  /** Whether samples of this label are left out of every verdict. */
  static boolean isLeftOut(String label) {
    return isSetup(label) || label.startsWith(DATA_PREFIX);
  }

  /** Whether samples of this label are requests that can be judged. */
  public static boolean isJudged(String label) {
    return !isLeftOut(label) && !isFault(label);
  }

  /** Whether a sample of this label is no request, but tells of a fault. */
  public static boolean isFault(String label) {
    return label.startsWith(FaultSwitch.PREFIX);
  }
}
