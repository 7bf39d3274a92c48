package com.openshow.loadtest.report;

import com.openshow.loadtest.slo.Baseline;
import com.openshow.loadtest.slo.Figure;
import com.openshow.loadtest.slo.Objective;
import com.openshow.loadtest.slo.Requests;
import com.openshow.loadtest.slo.confidence.Interval;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The {@code verdict.json} of an earlier run as a baseline. It knows the figures of that run's
 * objectives and no others.
 */
public final class VerdictFile implements Baseline {
  private final Path file;
  private final Map<Place, Reference> references = new HashMap<>();

  /** What tells one figure from another. */
  private record Place(String scenario, String label, String tag, String kind, String window) {}

  private VerdictFile(Path file) {
    this.file = file;
  }

  /**
   * Reads a file.
   *
   * @throws IOException when it cannot be read, or is no verdict; its message says what is wrong
   */
  public static VerdictFile read(Path file) throws IOException {
    Map<?, ?> json = JsonTree.object(file);
    Object version = json.get("schemaVersion");
    if (!(version instanceof Number number) || number.intValue() != VerdictJson.SCHEMA_VERSION) {
      throw new IOException(
          file
              + ": not a verdict.json: expected \"schemaVersion\": "
              + VerdictJson.SCHEMA_VERSION
              + ", but found "
              + version);
    }
    VerdictFile verdict = new VerdictFile(file);
    if (json.get("objectives") instanceof Iterable<?> objectives) {
      for (Object objective : objectives) {
        // What the backend was is not compared: its series may be others now.
        if (objective instanceof Map<?, ?> members && !members.containsKey("backend")) {
          verdict.add(members);
        }
      }
    }
    return verdict;
  }

  private void add(Map<?, ?> objective) throws IOException {
    Place place =
        new Place(
            text(objective, "scenario"),
            text(objective, "label"),
            text(objective, "tag"),
            text(objective, "kind"),
            text(objective, "window"));
    references.putIfAbsent(place, reference(objective));
  }

  private Reference reference(Map<?, ?> objective) throws IOException {
    Object observed = objective.get("observed");
    if (!isEnough(objective)) {
      return new Reference.Unknown("the baseline cannot be told: " + text(objective, "reason"));
    }
    if (!(observed instanceof Number value)) {
      return new Reference.Unknown("the baseline cannot be told: nothing was observed");
    }
    try {
      return new Reference.Known(figure(value.doubleValue(), objective));
    } catch (IllegalArgumentException e) {
      throw new IOException(file + ": an objective is damaged: " + e.getMessage(), e);
    }
  }

  /** A verdict without the field was written before there were baselines. */
  private static boolean isEnough(Map<?, ?> objective) {
    return objective.get("enough") instanceof Boolean enough
        ? enough
        : !text(objective, "verdict").equals("INCONCLUSIVE");
  }

  private static Figure figure(double value, Map<?, ?> objective) {
    if (!(objective.get("confidenceInterval") instanceof Map<?, ?> range)) {
      return new Figure(value, Optional.empty(), 1);
    }
    return new Figure(
        value,
        Optional.of(
            new Interval(number(range, "low", 0), number(range, "high", Double.POSITIVE_INFINITY))),
        number(range, "designEffect", 1));
  }

  private static double number(Map<?, ?> members, String name, double otherwise) {
    return members.get(name) instanceof Number number ? number.doubleValue() : otherwise;
  }

  private static String text(Map<?, ?> members, String name) {
    return members.get(name) instanceof String text ? text : "";
  }

  @Override
  public Reference reference(Objective objective) {
    Place place =
        new Place(
            objective.scope().scenario(),
            objective.scope().label(),
            objective.scope().requests() instanceof Requests.Tagged tagged ? tagged.tag() : "",
            objective.indicator().kind(),
            objective.window().text());
    Reference known = references.get(place);
    return known == null
        ? new Reference.Unknown(
            file + " has no figure for it: it knows those of its own objectives alone")
        : known;
  }
}
