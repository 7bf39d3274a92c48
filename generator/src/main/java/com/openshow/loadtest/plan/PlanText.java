package com.openshow.loadtest.plan;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * XML of a plan in UTF-8, in pieces: what stands in several plans is kept once.
 *
 * @param pieces what it consists of, one behind the other
 */
record PlanText(List<byte[]> pieces) {
  PlanText {
    pieces = List.copyOf(pieces);
  }

  static PlanText of(byte[] piece) {
    return new PlanText(List.of(piece));
  }

  static PlanText join(List<PlanText> texts) {
    return new PlanText(texts.stream().flatMap(text -> text.pieces.stream()).toList());
  }

  /**
   * The text with another in place of a marker.
   *
   * @param marker a line or more that stand once in one of the pieces
   */
  PlanText replace(byte[] marker, PlanText text) {
    for (int i = 0; i < pieces.size(); i++) {
      byte[] piece = pieces.get(i);
      int at = indexOf(piece, marker);
      if (at >= 0) {
        byte[] before = Arrays.copyOf(piece, at);
        byte[] after = Arrays.copyOfRange(piece, at + marker.length, piece.length);
        return new PlanText(
            Stream.of(
                    pieces.subList(0, i),
                    List.of(before),
                    text.pieces,
                    List.of(after),
                    pieces.subList(i + 1, pieces.size()))
                .flatMap(List::stream)
                .toList());
      }
    }
    throw new IllegalStateException("JMeter wrote a plan without a marker that was in its tree");
  }

  /** The plan's file, with a comment that says where it came from. */
  byte[] file(Source source) {
    ByteArrayOutputStream file =
        new ByteArrayOutputStream(1024 + pieces.stream().mapToInt(piece -> piece.length).sum());
    file.writeBytes(PlanWriter.DECLARATION_BYTES);
    file.writeBytes(Header.of(source, pieces));
    pieces.forEach(file::writeBytes);
    return file.toByteArray();
  }

  private static int indexOf(byte[] text, byte[] part) {
    for (int at = 0; at <= text.length - part.length; at++) {
      if (Arrays.equals(text, at, at + part.length, part, 0, part.length)) {
        return at;
      }
    }
    return -1;
  }
}
