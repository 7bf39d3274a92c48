package com.openshow.loadtest.plan;

import com.openshow.loadtest.jmeter.ActionText;
import com.openshow.loadtest.jmeter.FaultSampler;
import com.openshow.loadtest.jmeter.FaultSamplerGui;
import com.openshow.loadtest.scenario.Durations;
import com.openshow.loadtest.scenario.Fault;
import com.openshow.loadtest.scenario.FaultAction;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.apache.jmeter.control.LoopController;
import org.apache.jmeter.control.gui.LoopControlPanel;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jmeter.testelement.property.StringProperty;
import org.apache.jmeter.threads.AbstractThreadGroup;
import org.apache.jmeter.threads.ThreadGroup;
import org.apache.jmeter.threads.gui.ThreadGroupGui;

/** The thread group of a fault, beside those of the scenarios: one thread that switches it. */
final class FaultGroups {
  private final String target;
  private final BinaryOperator<String> secret;

  /**
   * What makes such groups.
   *
   * @param target the URL of the target, as an expression
   * @param secret the expression of a secret, from its property and its environment variable
   */
  FaultGroups(String target, BinaryOperator<String> secret) {
    this.target = target;
    this.secret = secret;
  }

  /**
   * The group of a fault.
   *
   * @param pointer where the fault stands in the file
   */
  Node node(Fault fault, String pointer) {
    FaultSampler sampler = new FaultSampler();
    String property = "fault." + fault.name();
    sampler.setAtSeconds(Overridable.property(property + ".at", Durations.seconds(fault.at())));
    sampler.setForSeconds(Overridable.property(property + ".for", Durations.seconds(fault.time())));
    sampler.setStart(text(fault.start()));
    sampler.setStop(text(fault.stop()));
    String note = fault.note().isEmpty() ? "" : " " + fault.note();
    return Node.of(
            group(property),
            // A space: so no scenario has this name.
            "fault " + fault.name(),
            "Its samples are never counted. From " + pointer,
            ThreadGroupGui.class)
        .with(
            Node.of(
                sampler,
                fault.name(),
                "Switched off however the test ends. From " + pointer + note,
                FaultSamplerGui.class));
  }

  private static ThreadGroup group(String property) {
    LoopController loop = new LoopController();
    // A text and not a number, as the panel writes it.
    loop.setProperty(LoopController.LOOPS, "1");
    loop.setContinueForever(false);
    loop.setProperty(TestElement.GUI_CLASS, LoopControlPanel.class.getName());
    loop.setProperty(TestElement.TEST_CLASS, LoopController.class.getName());
    loop.setName("Once");
    ThreadGroup group = new ThreadGroup();
    group.setSamplerController(loop);
    group.setProperty(AbstractThreadGroup.NUM_THREADS, Overridable.property(property, "1"));
    group.setRampUp(0);
    group.setIsSameUserOnNextIteration(true);
    group.setProperty(
        new StringProperty(
            AbstractThreadGroup.ON_SAMPLE_ERROR, AbstractThreadGroup.ON_SAMPLE_ERROR_CONTINUE));
    return group;
  }

  private ActionText text(FaultAction action) {
    String timeout = Durations.seconds(action.timeout());
    if (action instanceof FaultAction.Command command) {
      return ActionText.command(String.join("\n", command.words()), timeout);
    }
    FaultAction.Http http = (FaultAction.Http) action;
    return new ActionText(
        ActionText.HTTP,
        http.method().toString(),
        http.isOnTarget() ? target + http.url() : http.url(),
        headers(http.headers()),
        http.body().orElse(""),
        http.statuses().stream().map(String::valueOf).collect(Collectors.joining(", ")),
        "",
        timeout);
  }

  private String headers(List<FaultAction.Header> headers) {
    boolean isExpression = headers.stream().anyMatch(header -> header.secret().isPresent());
    return headers.stream()
        .map(
            header ->
                header.name()
                    + ": "
                    // Only in a text with an expression does JMeter take a backslash for an escape.
                    + (isExpression ? header.value().replace("\\", "\\\\") : header.value())
                    + header
                        .secret()
                        .map(from -> secret.apply(from.property(), from.variable()))
                        .orElse(""))
        .collect(Collectors.joining("\n"));
  }
}
