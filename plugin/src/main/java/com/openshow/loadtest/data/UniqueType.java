package com.openshow.loadtest.data;

import java.util.List;

/**
 * A kind of unique data, with its options: what a value looks like. Two equal types draw from the
 * same numbers. A new kind is a record here, and a line in {@link UniqueKind#ALL}.
 */
public sealed interface UniqueType
    permits UniqueEmail, UniqueProject, UniqueUsername, UniqueId, UniquePhone, UniquePattern {

  /** What the type is called, and which options it has. */
  UniqueKind kind();

  /** How far its values stay unique. */
  Scope scope();

  /**
   * The names of the variables that {@link UniqueSource#next(java.util.function.BiConsumer)}
   * writes.
   */
  default List<String> variables() {
    return kind().variables();
  }

  /**
   * Where its values come from in a run.
   *
   * @throws UniqueDataException when no value of this type can stay unique in this run
   */
  UniqueSource open(UniqueData run);

  /** How far values stay unique. */
  enum Scope {
    /** Over threads, injectors, JVMs and runs, without coordination. */
    ALWAYS,
    /**
     * Within one run, and over its injectors when these are numbered: there are too few such values
     * for more.
     */
    RUN
  }
}
