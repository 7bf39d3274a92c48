package com.openshow.loadtest.jmeter;

import com.openshow.loadtest.data.UniqueDataException;
import com.openshow.loadtest.data.UniqueType;

/** An element that writes unique data into variables. */
interface UniqueElement {
  /** The property that stands in front of the variables' names; empty by default. */
  String PREFIX = "prefix";

  /** The property that names the variable of the value itself; by default the type does. */
  String VARIABLE = "variable";

  /** The property without a value that shows five examples in the GUI. */
  String PREVIEW = "preview";

  /** What the element's form says. */
  UniqueSpec spec();

  /**
   * The type that the form describes.
   *
   * @throws UniqueDataException with every problem
   */
  default UniqueType type() {
    return spec().type();
  }
}
