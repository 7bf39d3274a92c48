package com.openshow.loadtest.jmeter;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.apache.jmeter.engine.util.CompoundVariable;
import org.apache.jmeter.gui.GuiPackage;
import org.apache.jmeter.gui.tree.JMeterTreeNode;
import org.jspecify.annotations.Nullable;

/** What a weight means among its siblings in the tree of JMeter's GUI. */
final class WeightShare {
  private WeightShare() {}

  /** The selected node's share, such as {@code "60 % of 100"}; empty where none can be told. */
  static String describe() {
    GuiPackage gui = GuiPackage.getInstance();
    JMeterTreeNode node = gui == null ? null : gui.getCurrentNode();
    if (node == null || !(node.getParent() instanceof JMeterTreeNode parent)) {
      return "";
    }
    List<JMeterTreeNode> siblings =
        Collections.list(parent.children()).stream()
            .filter(JMeterTreeNode.class::isInstance)
            .map(JMeterTreeNode.class::cast)
            .filter(JMeterTreeNode::isEnabled)
            .toList();
    double own = weight(node);
    double sum = siblings.stream().mapToDouble(WeightShare::weight).sum();
    boolean known = parent.getTestElement() instanceof WeightedMixController && sum > 0;
    return known && node.isEnabled()
        ? String.format(Locale.ROOT, "%.4g %% of the iterations", 100 * own / sum)
        : "";
  }

  private static double weight(@Nullable JMeterTreeNode node) {
    if (node == null
        || !(node.getTestElement() instanceof WeightedThroughputController controller)) {
      return 1;
    }
    try {
      return Double.parseDouble(new CompoundVariable(controller.getWeight()).execute());
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
