package com.openshow.loadtest.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.jmeter.gui.JMeterGUIComponent;
import org.apache.jmeter.testbeans.gui.TestBeanGUI;
import org.apache.jmeter.testelement.TestElement;

/**
 * An element of the plan's tree with its children. Elements have the properties that JMeter's GUI
 * would give them, so that looking at a plan there and saving it changes nothing.
 */
final class Node {
  private final TestElement element;
  private final Optional<PlanText> text;
  private final List<Node> children = new ArrayList<>();

  private Node(TestElement element, Optional<PlanText> text) {
    this.element = element;
    this.text = text;
  }

  /** What {@link PlanWriter#text} made of nodes that stand at this place. */
  static Node written(PlanText text) {
    return new Node(PlanFrame.marker(0), Optional.of(text));
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
    return new Node(element, Optional.empty());
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

  TestElement element() {
    return element;
  }

  List<Node> children() {
    return Collections.unmodifiableList(children);
  }

  /** The text of nodes that are written already. */
  Optional<PlanText> text() {
    return text;
  }
}
