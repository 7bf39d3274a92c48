package com.openshow.loadtest.slo;

import com.openshow.loadtest.slo.measure.SampleWindow;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Watches the objectives of one scenario, window by window, for the breach that its rising load
 * looks for: an objective that is breached in two spans, one after the other. A least rate is not
 * watched, since a load that rises begins below it.
 */
public final class BreachWatch {
  private final List<Track> tracks;
  private final BitSet held = new BitSet();
  private final BitSet breached = new BitSet();
  private int windows;

  /**
   * A watch that has seen no window.
   *
   * @param objectives of any scenario; those of this one are taken
   */
  public BreachWatch(String scenario, List<Objective> objectives) {
    this.tracks =
        objectives.stream()
            .filter(objective -> objective.scope().scenario().equals(scenario))
            .filter(objective -> !objective.op().isMinimum())
            .filter(objective -> objective.window() instanceof Window.WholeRun)
            .filter(objective -> objective.target() instanceof Target.Fixed)
            .map(Track::new)
            .toList();
  }

  /** Takes the next window; after a breach there is nothing more to see. */
  public void add(SampleWindow window) {
    int number = windows++;
    for (Track track : tracks) {
      track
          .add(number, window.measurement())
          .ifPresent(span -> (span.held() ? held : breached).set(span.from(), number + 1));
    }
  }

  /** The breach, that of the objective which was breached earliest; empty while there is none. */
  public Optional<Breach> breach() {
    return earliest().flatMap(Track::breach);
  }

  private Optional<Track> earliest() {
    return tracks.stream()
        .filter(track -> track.breach().isPresent())
        .min(Comparator.comparingInt(Track::breachedFrom));
  }

  /**
   * The numbers, from 0, of the windows before the breach in which at least one objective held and
   * none was breached.
   */
  BitSet good() {
    BitSet good = held.get(0, earliest().map(Track::breachedFrom).orElse(windows));
    good.andNot(breached);
    return good;
  }
}
