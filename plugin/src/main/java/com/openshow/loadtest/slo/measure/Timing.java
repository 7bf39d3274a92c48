package com.openshow.loadtest.slo.measure;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The times of a request, each in milliseconds. */
public enum Timing {
  /** What a user would have waited: from the moment the request was due to its last byte. */
  RESPONSE {
    @Override
    long millis(Sample sample) {
      return sample.latencyMillis();
    }
  },
  /** From the moment it was sent to its last byte, however late it was sent. */
  ELAPSED {
    @Override
    long millis(Sample sample) {
      // A clock set back during a request makes JMeter's elapsed time negative.
      return Math.max(0, sample.elapsedMillis());
    }
  },
  /** From the moment it was sent to the first byte of the response: JMeter's "latency". */
  FIRST_BYTE {
    @Override
    long millis(Sample sample) {
      return sample.details().firstByteMillis();
    }
  },
  /** How long the connection took; 0 where one was kept alive. */
  CONNECT {
    @Override
    long millis(Sample sample) {
      return sample.details().connectMillis();
    }
  },
  /** By how much later than due it was sent. */
  LAG {
    @Override
    long millis(Sample sample) {
      return sample.lagMillis();
    }
  };

  /** The time of a sample; negative when nobody knows it. */
  abstract long millis(Sample sample);

  /** The name in scenario files and plans. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The time with this name; empty when there is none. */
  public static Optional<Timing> of(String label) {
    return Arrays.stream(values()).filter(timing -> timing.label().equals(label)).findFirst();
  }

  /** Every {@link #label}. */
  public static List<String> labels() {
    return Arrays.stream(values()).map(Timing::label).toList();
  }
}
