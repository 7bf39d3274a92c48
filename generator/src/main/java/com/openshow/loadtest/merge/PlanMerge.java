package com.openshow.loadtest.merge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A three-way merge of test plans: what a person changed since the plan was generated, and what the
 * scenario file changed since then. Elements are told apart by kind, name and comment, properties
 * by name, the items of a list by name or text.
 */
public final class PlanMerge {
  private final Matches inPlan;
  private final Matches inScenarios;
  private final Prefer winner;
  private final List<Conflict> conflicts = new ArrayList<>();

  private PlanMerge(Matches inPlan, Matches inScenarios, Prefer winner) {
    this.inPlan = inPlan;
    this.inScenarios = inScenarios;
    this.winner = winner;
  }

  /**
   * Merges.
   *
   * @param base the plan as it was generated the last time
   * @param plan the plan as it is
   * @param scenarios the plan as it is generated now
   * @param winner whose word counts in a conflict
   * @throws UnreadablePlanException when one of them is no plan
   */
  public static Merged of(byte[] base, byte[] plan, byte[] scenarios, Prefer winner)
      throws UnreadablePlanException {
    PlanNode before = PlanXml.read(base);
    PlanNode there = PlanXml.read(plan);
    PlanNode here = PlanXml.read(scenarios);
    PlanMerge merge = new PlanMerge(Matches.of(before, there), Matches.of(before, here), winner);
    PlanNode merged =
        new PlanNode(
            here.element(),
            merge.children("", Optional.of(before), Optional.of(there), Optional.of(here)));
    return new Merged(
        PlanXml.write(merged), !merged.isLike(here), merged.isLike(there), merge.conflicts);
  }

  private List<PlanNode> children(
      String where, Optional<PlanNode> before, Optional<PlanNode> there, Optional<PlanNode> here) {
    Map<PlanNode, PlanNode> merged = new HashMap<>();
    List<PlanNode> planOrder = new ArrayList<>();
    for (PlanNode child : childrenOf(there)) {
      PlanNode id = inPlan.origin(child).orElse(child);
      ofPlan(where, child)
          .ifPresent(
              node -> {
                merged.put(id, node);
                planOrder.add(id);
              });
    }
    List<PlanNode> scenarioOrder = new ArrayList<>();
    for (PlanNode child : childrenOf(here)) {
      PlanNode id = inScenarios.origin(child).orElse(child);
      if (!merged.containsKey(id)) {
        ofScenarios(where, child).ifPresent(node -> merged.put(id, node));
      }
      if (merged.containsKey(id)) {
        scenarioOrder.add(id);
      }
    }
    List<PlanNode> order = childrenOf(before);
    if (Orders.conflict(order, planOrder, scenarioOrder)) {
      conflicts.add(
          new Conflict(
              where,
              "the order",
              "was " + names(order),
              "has " + names(childrenOf(there)),
              "has " + names(childrenOf(here))));
    }
    return Orders.merge(order, planOrder, scenarioOrder, winner).stream().map(merged::get).toList();
  }

  /** What becomes of a node that stands in the plan. */
  private Optional<PlanNode> ofPlan(String where, PlanNode there) {
    Optional<PlanNode> before = inPlan.origin(there);
    if (before.isEmpty()) {
      String below = path(where, there);
      return Optional.of(
          new PlanNode(
              there.element(),
              children(below, Optional.empty(), Optional.of(there), Optional.empty())));
    }
    Optional<PlanNode> here = before.flatMap(inScenarios::of);
    if (here.isPresent()) {
      return Optional.of(merge(where, before.get(), there, here.get()));
    }
    if (there.saysTheSame(before.get())) {
      return Optional.empty();
    }
    conflicts.add(
        new Conflict(
            path(where, before.get()),
            "the element",
            "was there",
            "changed it",
            "does without it"));
    return winner == Prefer.PLAN ? Optional.of(there) : Optional.empty();
  }

  /** What becomes of a node that stands in the generated plan and not at this place of the plan. */
  private Optional<PlanNode> ofScenarios(String where, PlanNode here) {
    Optional<PlanNode> before = inScenarios.origin(here);
    if (before.isEmpty()) {
      return Optional.of(here);
    }
    boolean isElsewhere = before.flatMap(inPlan::of).isPresent();
    if (isElsewhere || here.saysTheSame(before.get())) {
      return Optional.empty();
    }
    conflicts.add(
        new Conflict(
            path(where, before.get()),
            "the element",
            "was there",
            "does without it",
            "changed it"));
    return winner == Prefer.PLAN ? Optional.empty() : Optional.of(here);
  }

  private PlanNode merge(String where, PlanNode before, PlanNode there, PlanNode here) {
    String path = path(where, before);
    // Everything is below the test plan: no need to say it each time.
    String below = before.element().tag().equals("TestPlan") ? "" : path;
    Xml element =
        new Properties(path, winner, conflicts::add)
            .merge(before.element(), there.element(), here.element());
    return new PlanNode(
        element, children(below, Optional.of(before), Optional.of(there), Optional.of(here)));
  }

  private static List<PlanNode> childrenOf(Optional<PlanNode> node) {
    return node.map(PlanNode::children).orElse(List.of());
  }

  private static String names(List<PlanNode> nodes) {
    return "\"" + String.join("\", \"", nodes.stream().map(PlanNode::name).toList()) + "\"";
  }

  private static String path(String where, PlanNode node) {
    return where.isEmpty() ? node.name() : where + " > " + node.name();
  }
}
