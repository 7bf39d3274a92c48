package com.openshow.loadtest.plan;

import com.openshow.loadtest.runtime.JMeterRuntime;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.jmeter.save.SaveService;
import org.apache.jorphan.collections.HashTree;
import org.apache.jorphan.collections.ListedHashTree;

/**
 * Writes nodes as JMeter itself would. Its SaveService remembers every object that it writes, and
 * writes one tree with one thread; so a tree with many branches is written in portions, several at
 * a time, and then put together.
 */
final class PlanWriter {
  static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  static final byte[] DECLARATION_BYTES = DECLARATION.getBytes(StandardCharsets.UTF_8);

  private static final int PORTION = 200;

  /** A text that belongs where a marker stands in the tree. */
  private record Place(int depth, PlanText text) {}

  private final List<Place> places = new ArrayList<>();

  private PlanWriter() {}

  /** A whole plan behind the XML declaration. */
  static PlanText plan(Node plan) {
    PlanFrame frame = PlanFrame.of(0, 0);
    return PlanText.join(List.of(frame.head(), text(List.of(plan), 0), frame.tail()));
  }

  /**
   * The text of nodes and all below them.
   *
   * @param depth the number of elements above them
   */
  static PlanText text(List<Node> nodes, int depth) {
    return new PlanWriter().write(nodes, depth, PlanFrame.of(depth, 0));
  }

  private PlanText write(List<Node> nodes, int depth, PlanFrame frame) {
    HashTree tree = new ListedHashTree();
    HashTree parent = PlanFrame.below(tree, depth);
    nodes.forEach(node -> add(node, parent, depth));
    PlanText text = frame.content(save(tree));
    for (int i = 0; i < places.size(); i++) {
      Place place = places.get(i);
      text = text.replace(PlanFrame.of(place.depth(), i).marker(), place.text());
    }
    return text;
  }

  private void add(Node node, HashTree tree, int depth) {
    if (node.text().isPresent()) {
      mark(node.text().get(), tree, depth);
      return;
    }
    HashTree below = tree.add(node.element());
    if (node.children().size() > PORTION) {
      mark(portions(node.children(), depth + 1), below, depth + 1);
    } else {
      node.children().forEach(child -> add(child, below, depth + 1));
    }
  }

  private void mark(PlanText text, HashTree tree, int depth) {
    tree.add(PlanFrame.marker(places.size()));
    places.add(new Place(depth, text));
  }

  private static PlanText portions(List<Node> nodes, int depth) {
    PlanFrame frame = PlanFrame.of(depth, 0);
    return PlanText.join(
        IntStream.rangeClosed(0, (nodes.size() - 1) / PORTION)
            .parallel()
            .map(portion -> portion * PORTION)
            .mapToObj(start -> nodes.subList(start, Math.min(start + PORTION, nodes.size())))
            .map(portion -> new PlanWriter().write(portion, depth, frame))
            .toList());
  }

  /** What SaveService makes of a tree. */
  static byte[] save(HashTree tree) {
    JMeterRuntime.start();
    ByteArrayOutputStream saved = new ByteArrayOutputStream();
    try {
      SaveService.saveTree(tree, saved);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    byte[] bytes = saved.toByteArray();
    if (Arrays.mismatch(bytes, DECLARATION_BYTES) < DECLARATION_BYTES.length) {
      throw new IllegalStateException(
          "JMeter began a plan in another way than with an XML declaration");
    }
    return bytes;
  }
}
