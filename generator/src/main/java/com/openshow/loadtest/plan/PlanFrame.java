package com.openshow.loadtest.plan;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.jmeter.control.GenericController;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jorphan.collections.HashTree;
import org.apache.jorphan.collections.ListedHashTree;

/**
 * What JMeter writes around elements that stand at a depth of a plan, and for an element that marks
 * the place of others.
 */
final class PlanFrame {
  private static final String EMPTY = "<hashTree/>\n";

  private final byte[] head;
  private final byte[] marker;
  private final byte[] tail;

  private PlanFrame(byte[] head, byte[] marker, byte[] tail) {
    this.head = head;
    this.marker = marker;
    this.tail = tail;
  }

  /** A marker; texts have no {@code <}, so nothing else is written like it. */
  static TestElement marker(int number) {
    GenericController marker = new GenericController();
    marker.setName("marker " + number);
    return marker;
  }

  /**
   * The frame at a depth.
   *
   * @param depth the number of elements above; 0 for the test plan itself
   * @param number the marker's
   */
  static PlanFrame of(int depth, int number) {
    HashTree tree = new ListedHashTree();
    below(tree, depth).add(marker(number));
    String text = new String(PlanWriter.save(tree), StandardCharsets.UTF_8);
    int start = text.lastIndexOf('\n', text.indexOf("\"marker " + number + '"')) + 1;
    int end = text.indexOf(EMPTY, start) + EMPTY.length();
    return new PlanFrame(
        bytes(text.substring(0, start)),
        bytes(text.substring(start, end)),
        bytes(text.substring(end)));
  }

  /** Goes down to a depth of an empty tree. */
  static HashTree below(HashTree tree, int depth) {
    HashTree place = tree;
    for (int i = 0; i < depth; i++) {
      place = place.add(new GenericController());
    }
    return place;
  }

  /** What comes before the elements, behind the XML declaration. */
  PlanText head() {
    return PlanText.of(Arrays.copyOfRange(head, PlanWriter.DECLARATION_BYTES.length, head.length));
  }

  /** The lines of the marker. */
  byte[] marker() {
    return marker.clone();
  }

  /** What comes behind the elements. */
  PlanText tail() {
    return PlanText.of(tail);
  }

  /** What stands within the frame. */
  PlanText content(byte[] saved) {
    int end = saved.length - tail.length;
    if (!Arrays.equals(saved, 0, head.length, head, 0, head.length)
        || !Arrays.equals(saved, end, saved.length, tail, 0, tail.length)) {
      throw new IllegalStateException("JMeter wrote the same elements in two ways");
    }
    return PlanText.of(Arrays.copyOfRange(saved, head.length, end));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
