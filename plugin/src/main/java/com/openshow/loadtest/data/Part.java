package com.openshow.loadtest.data;

/** A piece of a text, of a length that is the same in every value of a run. */
sealed interface Part permits Literal, IdDigits, SequenceDigits, DateField, TimeDigits {

  /** How many characters it has in this run. */
  int length(UniqueData run);

  /** Writes the piece for the first time, for the current thread; tells how to renew it. */
  Cell open(UniqueData run, byte[] text, int at);

  /** The piece in one thread's text. */
  interface Cell {
    /** Where nothing has to be renewed. */
    Cell FIXED = millis -> {};

    /**
     * Makes the piece that of the next value.
     *
     * @param millis the time of the value
     */
    void renew(long millis);
  }
}
