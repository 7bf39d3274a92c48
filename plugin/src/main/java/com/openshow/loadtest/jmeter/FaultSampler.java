package com.openshow.loadtest.jmeter;

import com.openshow.loadtest.fault.Done;
import com.openshow.loadtest.fault.RunningFault;
import com.openshow.loadtest.slo.measure.FaultSwitch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jmeter.engine.util.CompoundVariable;
import org.apache.jmeter.samplers.AbstractSampler;
import org.apache.jmeter.samplers.Entry;
import org.apache.jmeter.samplers.SampleEvent;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.testelement.ThreadListener;
import org.apache.jmeter.threads.JMeterContext;
import org.apache.jmeter.threads.JMeterContextService;
import org.apache.jmeter.threads.JMeterThread;
import org.apache.jmeter.threads.SamplePackage;
import org.apache.jmeter.util.JMeterUtils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A fault of the system under test: its thread waits, switches it on, waits, and switches it off.
 * That it is switched off does not depend on this thread: {@link Faults} sees to it.
 *
 * <p>It has two samples, one for each switching, so that results files know when it was on. Of
 * several injectors the first alone switches it.
 */
public final class FaultSampler extends AbstractSampler implements OnEachServer, ThreadListener {
  private static final Logger LOG = LoggerFactory.getLogger(FaultSampler.class);
  private static final String AT = "Fault.at";
  private static final String FOR = "Fault.for";
  private static final String START = "Fault.start.";
  private static final String STOP = "Fault.stop.";
  private static final String OFF_BY_REQUEST = "DELETE";
  private static final String ON_BY_REQUEST = "PUT";

  /**
   * How long after the start of the thread group it begins, in seconds; an expression as a rule.
   */
  public String getAtSeconds() {
    return getPropertyAsString(AT, "");
  }

  /** Sets how long after the start of the thread group it begins. */
  public void setAtSeconds(String seconds) {
    setProperty(AT, seconds);
  }

  /** How long it lasts, in seconds; an expression as a rule. */
  public String getForSeconds() {
    return getPropertyAsString(FOR, "");
  }

  /** Sets how long it lasts. */
  public void setForSeconds(String seconds) {
    setProperty(FOR, seconds);
  }

  /** What switches it on. */
  public ActionText getStart() {
    return action(START, ON_BY_REQUEST);
  }

  /** Sets what switches it on. */
  public void setStart(ActionText action) {
    set(START, action);
  }

  /** What switches it off. */
  public ActionText getStop() {
    return action(STOP, OFF_BY_REQUEST);
  }

  /** Sets what switches it off. */
  public void setStop(ActionText action) {
    set(STOP, action);
  }

  private ActionText action(String side, String method) {
    ActionText usual = ActionText.empty(method);
    return new ActionText(
        getPropertyAsString(side + "kind", usual.kind()),
        getPropertyAsString(side + "method", ""),
        getPropertyAsString(side + "url", ""),
        getPropertyAsString(side + "headers", ""),
        getPropertyAsString(side + "body", ""),
        getPropertyAsString(side + "status", ""),
        getPropertyAsString(side + "command", ""),
        getPropertyAsString(side + "timeout", usual.timeoutSeconds()));
  }

  private void set(String side, ActionText action) {
    // What is not usual alone is written: a plan stays readable.
    setProperty(side + "kind", action.kind(), ActionText.HTTP);
    setProperty(side + "method", action.method(), "");
    setProperty(side + "url", action.url(), "");
    setProperty(side + "headers", action.headers(), "");
    setProperty(side + "body", action.body(), "");
    setProperty(side + "status", action.status(), "");
    setProperty(side + "command", action.command(), "");
    setProperty(side + "timeout", action.timeoutSeconds(), ActionText.USUAL_TIMEOUT);
  }

  /** All of it. */
  FaultText text() {
    return new FaultText(getName(), getAtSeconds(), getForSeconds(), getStart(), getStop());
  }

  @Override
  public void testStarted() {
    Faults.join();
    List<String> problems = new ArrayList<>();
    try {
      // A machine that does not switch it needs no permission.
      boolean allowed =
          Injectors.current().number() > 1
              || JMeterUtils.getPropDefault(LoadTestProperties.ALLOW_COMMANDS, false);
      text().fault(FaultSampler::evaluate, allowed, problems).ifPresent(Faults::add);
    } catch (IllegalArgumentException e) {
      problems.add(e.getMessage());
    }
    if (!problems.isEmpty()) {
      Refusal.say(this, problems, "Fault");
    }
  }

  private static String evaluate(String text) {
    return text.contains("${") ? new CompoundVariable(text).execute() : text;
  }

  @Override
  public @Nullable SampleResult sample(@Nullable Entry entry) {
    JMeterContext context = JMeterContextService.getContext();
    long began = System.nanoTime();
    if (Injectors.current().number() > 1) {
      return null;
    }
    Optional<RunningFault> found = Faults.find(getName());
    if (found.isEmpty()) {
      // It was refused: nothing that is expected of it can be judged.
      long now = System.currentTimeMillis();
      return sample(context, true, now, now, false, "refused; the log says why");
    }
    RunningFault fault = found.get();
    FaultWait wait = new FaultWait(context.getThread());
    if (!fault.isNew() || !wait.until(began, fault.fault().at())) {
      return null;
    }
    Optional<Done> on = fault.start();
    if (on.isEmpty()) {
      return null;
    }
    tell(sample(context, true, on.get()), context);
    if (on.get().succeeded()) {
      wait.until(System.nanoTime(), fault.fault().time());
    }
    return fault.stop().map(off -> sample(context, false, off)).orElse(null);
  }

  private SampleResult sample(JMeterContext context, boolean on, Done done) {
    return sample(
        context,
        on,
        done.from().toEpochMilli(),
        done.to().toEpochMilli(),
        done.succeeded(),
        done.message());
  }

  private SampleResult sample(
      JMeterContext context, boolean on, long from, long to, boolean succeeded, String message) {
    SampleResult sample = new SampleResult();
    sample.setSampleLabel(FaultSwitch.label(getName(), on));
    sample.setStampAndTime(sample.isStampedAtStart() ? from : to, to - from);
    sample.setSuccessful(succeeded);
    sample.setResponseCode(succeeded ? "200" : "500");
    sample.setResponseMessage(message);
    sample.setDataType(SampleResult.TEXT);
    sample.setThreadName(context.getThread().getThreadName());
    sample.setGroupThreads(context.getThreadGroup().getNumberOfThreads());
    sample.setAllThreads(JMeterContextService.getNumberOfThreads());
    return sample;
  }

  /** Hands on a sample before this one ends, as JMeter's Transaction Controller does. */
  private static void tell(SampleResult sample, JMeterContext context) {
    if (context.getVariables().getObject(JMeterThread.PACKAGE_OBJECT)
        instanceof SamplePackage pack) {
      context
          .getThread()
          .getNotifier()
          .notifyListeners(
              new SampleEvent(sample, context.getThreadGroup().getName(), context.getVariables()),
              pack.getSampleListeners());
    } else {
      LOG.error("No listener gets to know that a fault is on: {}", sample.getSampleLabel());
    }
  }

  @Override
  public void threadStarted() {
    FaultWait.threadStarted();
  }

  @Override
  public void threadFinished() {
    FaultWait.threadFinished();
  }

  @Override
  public void testEnded() {
    Faults.leave();
  }
}
