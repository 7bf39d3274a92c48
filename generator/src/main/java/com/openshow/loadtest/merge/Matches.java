package com.openshow.loadtest.merge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * Which node of one tree is which of another. People rename, move and copy nodes, and the scenario
 * file's pointers in the comments shift when something is put in before: names count before
 * comments, and both together count most.
 */
final class Matches {
  private static final List<BiPredicate<PlanNode, PlanNode>> LIKENESSES =
      List.of(
          (a, b) -> kind(a, b) && name(a, b) && comment(a, b),
          (a, b) -> kind(a, b) && name(a, b),
          (a, b) -> kind(a, b) && comment(a, b));

  private final Map<PlanNode, PlanNode> there = new HashMap<>();
  private final Map<PlanNode, PlanNode> back = new HashMap<>();

  /** The matches of two trees. */
  static Matches of(PlanNode from, PlanNode to) {
    Matches matches = new Matches();
    matches.add(from, to);
    matches.addMoved(from, to);
    return matches;
  }

  /** The node of the second tree that is this one of the first. */
  Optional<PlanNode> of(PlanNode from) {
    return Optional.ofNullable(there.get(from));
  }

  /** The node of the first tree that is this one of the second. */
  Optional<PlanNode> origin(PlanNode to) {
    return Optional.ofNullable(back.get(to));
  }

  private void add(PlanNode from, PlanNode to) {
    there.put(from, to);
    back.put(to, from);
    for (BiPredicate<PlanNode, PlanNode> likeness : LIKENESSES) {
      for (PlanNode child : free(from.children(), there)) {
        free(to.children(), back).stream()
            .filter(other -> likeness.test(child, other))
            .findFirst()
            .ifPresent(other -> add(child, other));
      }
    }
  }

  /** What went to another place in the tree, if there is no doubt. */
  private void addMoved(PlanNode from, PlanNode to) {
    List<PlanNode> lost = free(all(from), there);
    for (PlanNode node : lost) {
      List<PlanNode> candidates =
          free(all(to), back).stream().filter(other -> isMoved(node, other)).toList();
      boolean isOne = lost.stream().filter(other -> isMoved(node, other)).count() == 1;
      if (isOne && candidates.size() == 1 && !there.containsKey(node)) {
        add(node, candidates.get(0));
      }
    }
  }

  private static boolean isMoved(PlanNode from, PlanNode to) {
    return kind(from, to)
        && name(from, to)
        && to.element().comment().contains(from.element().comment());
  }

  private static List<PlanNode> free(List<PlanNode> nodes, Map<PlanNode, PlanNode> taken) {
    return nodes.stream().filter(node -> !taken.containsKey(node)).toList();
  }

  private static List<PlanNode> all(PlanNode root) {
    List<PlanNode> nodes = new ArrayList<>(root.children());
    for (int i = 0; i < nodes.size(); i++) {
      nodes.addAll(nodes.get(i).children());
    }
    return nodes;
  }

  private static boolean kind(PlanNode a, PlanNode b) {
    return a.element().tag().equals(b.element().tag());
  }

  private static boolean name(PlanNode a, PlanNode b) {
    return a.name().equals(b.name());
  }

  private static boolean comment(PlanNode a, PlanNode b) {
    return !a.element().comment().isEmpty() && a.element().comment().equals(b.element().comment());
  }
}
