package com.openshow.loadtest.slo;

import com.openshow.loadtest.slo.measure.Transfer;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Data that went over the wire each second, in kilobytes of 1,024 bytes as JMeter counts them,
 * headers included.
 *
 * @param direction received or sent
 */
public record DataRate(Direction direction) implements Indicator {
  /** Which way. */
  public enum Direction {
    /** What the server sent. */
    RECEIVED(DataRate.RECEIVED),
    /** What was sent to the server. */
    SENT(DataRate.SENT);

    private final String label;

    Direction(String label) {
      this.label = label;
    }
  }

  static final String RECEIVED = "received_kb_per_s";
  static final String SENT = "sent_kb_per_s";
  private static final double BYTES_PER_KB = 1024;

  public DataRate {
    Objects.requireNonNull(direction, "direction");
  }

  @Override
  public String kind() {
    return direction.label;
  }

  @Override
  public String unit() {
    return "KB/s";
  }

  @Override
  public OptionalDouble observe(Selection selection) {
    Transfer transfer = selection.statistics().transfer();
    double rate = selection.perSecond(bytes(transfer) / BYTES_PER_KB);
    return transfer.samples() == 0 || Double.isNaN(rate)
        ? OptionalDouble.empty()
        : OptionalDouble.of(rate);
  }

  @Override
  public Optional<String> whyInconclusive(Selection selection) {
    Transfer transfer = selection.statistics().transfer();
    if (transfer.samples() < selection.samples()) {
      return Optional.of(
          "only of "
              + transfer.samples()
              + " of "
              + selection.samples()
              + " samples the size is known");
    }
    // Of a dead server and of a sampler that does not count, both look the same.
    return bytes(transfer) == 0 ? Optional.of("not a byte was counted") : Optional.empty();
  }

  private long bytes(Transfer transfer) {
    return direction == Direction.RECEIVED ? transfer.receivedBytes() : transfer.sentBytes();
  }
}
