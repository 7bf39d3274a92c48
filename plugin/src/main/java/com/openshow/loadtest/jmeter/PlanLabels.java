package com.openshow.loadtest.jmeter;

import com.openshow.loadtest.slo.Objective;
import com.openshow.loadtest.slo.Scope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jmeter.control.TransactionController;
import org.apache.jmeter.gui.tree.JMeterTreeNode;
import org.apache.jmeter.samplers.Sampler;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jmeter.threads.AbstractThreadGroup;
import org.apache.jmeter.threads.PostThreadGroup;
import org.apache.jmeter.threads.SetupThreadGroup;
import org.apache.jmeter.util.BeanShellTestElement;
import org.apache.jmeter.util.JSR223TestElement;
import org.apache.jorphan.collections.HashTree;

/** The labels that samples of a plan can have, by thread group; those that prepare are left out. */
final class PlanLabels {
  private static final int MOST_SHOWN = 20;

  // What they run stands in another file, or in another part of the plan. By name: the jar they are
  // in is not one that is compiled against.
  private static final Set<String> ELSEWHERE = Set.of("IncludeController", "ModuleController");

  private final Map<String, Group> groups = new TreeMap<>();

  private static final class Group {
    private final Set<String> labels = new TreeSet<>();
    // Scripts, included files and other people's elements can make any label.
    private boolean open;
  }

  /** Reads a plan: its elements, or the nodes that stand for them in JMeter's GUI. */
  static PlanLabels of(HashTree plan) {
    PlanLabels labels = new PlanLabels();
    labels.add(plan, new Group());
    return labels;
  }

  private void add(HashTree tree, Group around) {
    for (Object node : tree.list()) {
      TestElement element =
          node instanceof JMeterTreeNode inGui ? inGui.getTestElement() : (TestElement) node;
      if (element.isEnabled()) {
        Group group = element instanceof AbstractThreadGroup ? group(element) : around;
        add(element, group);
        add(tree.getTree(node), group);
      }
    }
  }

  private Group group(TestElement element) {
    boolean prepares = element instanceof SetupThreadGroup || element instanceof PostThreadGroup;
    return prepares
        ? new Group()
        : groups.computeIfAbsent(element.getName(), absent -> new Group());
  }

  private static void add(TestElement element, Group group) {
    if (element instanceof Sampler || element instanceof TransactionController) {
      group.labels.add(element.getName());
    }
    group.open |=
        ELSEWHERE.contains(element.getClass().getSimpleName())
            || element instanceof JSR223TestElement
            || element instanceof BeanShellTestElement
            || isExpression(element.getName())
            || !isKnown(element);
  }

  private static boolean isKnown(TestElement element) {
    String type = element.getClass().getName();
    return type.startsWith("org.apache.jmeter.") || type.startsWith("com.openshow.loadtest.");
  }

  private static boolean isExpression(String name) {
    return name.contains("${");
  }

  /** Whether nothing makes load but this thread group. */
  boolean isOnly(String group) {
    return groups.keySet().equals(Set.of(group));
  }

  /** What objectives speak of and cannot occur, each with what there is. */
  List<String> missing(Collection<Objective> objectives) {
    List<String> problems = new ArrayList<>();
    for (Objective objective : objectives) {
      Scope scope = objective.scope();
      List<Group> own =
          groups.entrySet().stream()
              .filter(one -> scope.scenario().isEmpty() || one.getKey().equals(scope.scenario()))
              .map(Map.Entry::getValue)
              .toList();
      boolean anyName = groups.keySet().stream().anyMatch(PlanLabels::isExpression);
      if (own.isEmpty() && !anyName) {
        problems.add(
            "\""
                + objective.name()
                + "\": no thread group is called \""
                + scope.scenario()
                + "\"; there are: "
                + shown(groups.keySet()));
      } else if (!own.isEmpty() && own.stream().noneMatch(group -> group.open)) {
        Set<String> labels = new TreeSet<>();
        own.forEach(group -> labels.addAll(group.labels));
        scope.requests().labels().stream()
            .filter(label -> !labels.contains(label))
            .forEach(
                label ->
                    problems.add(
                        "\""
                            + objective.name()
                            + "\": no request is called \""
                            + label
                            + "\"; there are: "
                            + shown(labels)));
      }
    }
    return problems;
  }

  private static String shown(Set<String> names) {
    String some = String.join(", ", names.stream().limit(MOST_SHOWN).toList());
    return names.size() > MOST_SHOWN ? some + ", ... (" + names.size() + ")" : some;
  }
}
