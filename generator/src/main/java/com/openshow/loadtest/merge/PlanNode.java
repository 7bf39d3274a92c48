package com.openshow.loadtest.merge;

import java.util.List;

/**
 * A test element with what is below it in the tree. Two nodes are the same only if they are one: a
 * plan can hold the same element twice.
 */
final class PlanNode {
  private final Xml element;
  private final List<PlanNode> children;

  PlanNode(Xml element, List<PlanNode> children) {
    this.element = element;
    this.children = List.copyOf(children);
  }

  Xml element() {
    return element;
  }

  List<PlanNode> children() {
    return children;
  }

  /** What the tree shows. */
  String name() {
    return element.attribute("testname");
  }

  /** Whether both trees say the same, whatever their comments say. */
  boolean saysTheSame(PlanNode other) {
    if (!Xml.same(element.withoutComment(), other.element.withoutComment())
        || children.size() != other.children.size()) {
      return false;
    }
    for (int i = 0; i < children.size(); i++) {
      if (!children.get(i).saysTheSame(other.children.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Whether both trees say the same, comments too. */
  boolean isLike(PlanNode other) {
    if (!Xml.same(element, other.element) || children.size() != other.children.size()) {
      return false;
    }
    for (int i = 0; i < children.size(); i++) {
      if (!children.get(i).isLike(other.children.get(i))) {
        return false;
      }
    }
    return true;
  }
}
