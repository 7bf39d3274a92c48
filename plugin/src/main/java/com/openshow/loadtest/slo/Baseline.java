package com.openshow.loadtest.slo;

import java.util.Objects;

/** An earlier run, with which this one is compared. */
@FunctionalInterface
public interface Baseline {
  /** There is none. */
  Baseline NONE = objective -> new Reference.Unknown("no baseline was given");

  /** What is known of an objective's figure in the earlier run. */
  sealed interface Reference {
    /**
     * It was measured.
     *
     * @param figure what it was
     */
    record Known(Figure figure) implements Reference {
      public Known {
        Objects.requireNonNull(figure, "figure");
      }
    }

    /**
     * Nobody knows it.
     *
     * @param why for a person
     */
    record Unknown(String why) implements Reference {
      public Unknown {
        Objects.requireNonNull(why, "why");
      }
    }
  }

  /** The figure of this objective in the earlier run. */
  Reference reference(Objective objective);
}
