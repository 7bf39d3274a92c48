package com.openshow.loadtest.scenario.read;

import com.openshow.loadtest.scenario.FaultPhase;
import com.openshow.loadtest.slo.FaultWindow;
import com.openshow.loadtest.slo.Window;
import java.util.List;
import java.util.Optional;

/**
 * Over which time an objective of the backend is judged: a stage, a part around a fault, or all.
 */
final class BackendWindow {
  private static final String PHASE = "phase";
  private static final String STAGE = "stage";
  private static final String SCENARIO = "scenario";

  // Whether points of a metric hold again one would have to ask of each of them.
  private static final List<String> PHASES =
      FaultPhase.labels().stream().filter(one -> !one.equals(FaultPhase.RECOVERY.label())).toList();

  private final ObjectiveScopes scopes;
  private final FaultNames faults;

  BackendWindow(ObjectiveScopes scopes, FaultNames faults) {
    this.scopes = scopes;
    this.faults = faults;
  }

  Optional<Window> read(Keys keys, Located.Members object, Problems problems) {
    final Optional<String> fault = faults.optional(keys, object, problems);
    final Optional<FaultPhase> phase =
        keys.optional(PHASE, Rule.choice(PHASES, BackendWindow::phase));
    final Optional<String> stage = keys.optional(STAGE, Rules.PLAIN);
    boolean isOfFault = object.members().containsKey(FaultNames.KEY);
    boolean isOfStage = object.members().containsKey(STAGE);
    if (isOfFault && isOfStage) {
      problems.error(object.place(), "must have at most one of fault, stage, but has both");
      return Optional.empty();
    }
    boolean isWithoutStage = isMisplaced(SCENARIO, STAGE, object, problems);
    boolean isWithoutFault = isMisplaced(PHASE, FaultNames.KEY, object, problems);
    if (isWithoutStage || isWithoutFault) {
      return Optional.empty();
    }
    if (isOfFault) {
      if (phase.isEmpty() && object.members().containsKey(PHASE)) {
        return Optional.empty();
      }
      return fault.map(name -> window(name, phase.orElse(FaultPhase.DURING)));
    }
    if (isOfStage) {
      return scopes
          .scenario(object, problems)
          .flatMap(
              chosen ->
                  stage.flatMap(
                      name -> scopes.stage(name, chosen, object.placeOf(STAGE), problems)));
    }
    return Optional.of(new Window.WholeRun());
  }

  private static Optional<FaultPhase> phase(String label) {
    return FaultPhase.find(label).filter(phase -> phase != FaultPhase.RECOVERY);
  }

  /** Whether a key has no meaning since the one that it belongs to is not there; reports that. */
  private static boolean isMisplaced(
      String key, String beside, Located.Members object, Problems problems) {
    if (!object.members().containsKey(key) || object.members().containsKey(beside)) {
      return false;
    }
    problems.error(
        object.placeOf(key),
        Text.quoted(key) + " needs the key " + Text.quoted(beside) + " beside it");
    return true;
  }

  private static Window window(String fault, FaultPhase phase) {
    return switch (phase) {
      case BEFORE -> new FaultWindow.Before(fault);
      case DURING -> new FaultWindow.During(fault);
      case AFTER -> new FaultWindow.After(fault, Optional.empty());
      case RECOVERY -> throw new IllegalArgumentException("no phase of metrics: " + phase);
    };
  }
}
