package com.openshow.loadtest.jmeter;

/** Virtual users who can be told to end. */
interface StoppableLoad {
  /** Lets them end what they are doing, and no more. */
  void stop();

  /** Ends what they are doing, too. */
  void interrupt();
}
