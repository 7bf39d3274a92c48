package com.openshow.loadtest.metrics;

import com.openshow.loadtest.metrics.series.Sample;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/**
 * The body of Prometheus's remote write 1.0: the message WriteRequest in Protocol Buffers, in a
 * block of Snappy. The block is not compressed: Snappy allows for literals alone.
 */
final class RemoteWrite {
  private static final int LITERAL_BYTES = 65_536;
  private static final int LITERAL_OF_TWO_BYTES_LENGTH = 61 << 2;

  private RemoteWrite() {}

  static byte[] body(List<Sample> samples) {
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    for (Sample sample : samples) {
      message(request, 1, series -> series(sample, series));
    }
    return snappy(request.toByteArray());
  }

  private static void series(Sample sample, ByteArrayOutputStream out) {
    sample
        .labels()
        .toMap()
        .forEach(
            (name, value) ->
                message(
                    out,
                    1,
                    label -> {
                      text(label, 1, name);
                      text(label, 2, value);
                    }));
    message(
        out,
        2,
        point -> {
          point.write(1 << 3 | 1);
          point.writeBytes(
              ByteBuffer.allocate(8)
                  .order(ByteOrder.LITTLE_ENDIAN)
                  .putLong(sample.valueBits())
                  .array());
          point.write(2 << 3);
          number(point, sample.millis());
        });
  }

  private static void message(
      ByteArrayOutputStream out, int field, Consumer<ByteArrayOutputStream> content) {
    ByteArrayOutputStream inner = new ByteArrayOutputStream();
    content.accept(inner);
    bytes(out, field, inner.toByteArray());
  }

  private static void text(ByteArrayOutputStream out, int field, String text) {
    bytes(out, field, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void bytes(ByteArrayOutputStream out, int field, byte[] bytes) {
    out.write(field << 3 | 2);
    number(out, bytes.length);
    out.writeBytes(bytes);
  }

  private static void number(ByteArrayOutputStream out, long value) {
    long rest = value;
    while (rest >= 0x80) {
      out.write((int) (rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    out.write((int) rest);
  }

  private static byte[] snappy(byte[] plain) {
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    number(block, plain.length);
    for (int from = 0; from < plain.length; from += LITERAL_BYTES) {
      int length = Math.min(LITERAL_BYTES, plain.length - from);
      block.write(LITERAL_OF_TWO_BYTES_LENGTH);
      block.write(length - 1);
      block.write((length - 1) >>> 8);
      block.write(plain, from, length);
    }
    return block.toByteArray();
  }
}
