package com.openshow.loadtest.slo;

import java.util.Objects;
import java.util.Optional;

/**
 * How much load a scenario found out that its target takes.
 *
 * @param scenario its name
 * @param load the load of the last window before the breach in which the objectives held; without a
 *     breach the greatest load of such a window, and the capacity is at least that; empty when they
 *     held in none
 * @param breach what ended it; empty when nothing was breached until the end of the run
 */
public record Capacity(String scenario, Optional<Load> load, Optional<Breach> breach) {
  public Capacity {
    Objects.requireNonNull(scenario, "scenario");
    Objects.requireNonNull(load, "load");
    Objects.requireNonNull(breach, "breach");
  }
}
