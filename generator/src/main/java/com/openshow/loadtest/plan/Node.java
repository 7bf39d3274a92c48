package com.openshow.loadtest.plan;

import java.util.ArrayList;
import java.util.List;
import org.apache.jmeter.gui.JMeterGUIComponent;
import org.apache.jmeter.testbeans.gui.TestBeanGUI;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jorphan.collections.HashTree;

/**
 * An element of the plan's tree with its children. Elements have the properties that JMeter's GUI
 * would give them, so that looking at a plan there and saving it changes nothing.
 */
final class Node {
  private final TestElement element;
  private final List<Node> children = new ArrayList<>();

  private Node(TestElement element) {
    this.element = element;
  }

  /**
   * A node as JMeter's GUI would have made it.
   *
   * @param name what the tree shows
   * @param comment where the element comes from and what it is for
   * @param gui the panel that edits it
   */
  static Node of(
      TestElement element, String name, String comment, Class<? extends JMeterGUIComponent> gui) {
    element.setName(name);
    element.setComment(comment);
    element.setProperty(TestElement.GUI_CLASS, gui.getName());
    element.setProperty(TestElement.TEST_CLASS, element.getClass().getName());
    return new Node(element);
  }

  /** The node of a bean, whose panel JMeter draws by itself. */
  static Node ofBean(TestElement element, String name, String comment) {
    return of(element, name, comment, TestBeanGUI.class);
  }

  /** Puts the nodes below this one, in order. */
  Node with(Node... nodes) {
    return with(List.of(nodes));
  }

  /** Puts the nodes below this one, in order. */
  Node with(List<Node> nodes) {
    children.addAll(nodes);
    return this;
  }

  HashTree addTo(HashTree tree) {
    HashTree below = tree.add(element);
    children.forEach(child -> child.addTo(below));
    return tree;
  }
}
