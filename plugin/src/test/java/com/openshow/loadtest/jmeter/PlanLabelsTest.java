package com.openshow.loadtest.jmeter;

import static org.assertj.core.api.Assertions.assertThat;

import com.openshow.loadtest.slo.ErrorRate;
import com.openshow.loadtest.slo.Objective;
import com.openshow.loadtest.slo.Requests;
import com.openshow.loadtest.slo.Scope;
import java.util.List;
import java.util.Set;
import org.apache.jmeter.control.TransactionController;
import org.apache.jmeter.extractor.JSR223PostProcessor;
import org.apache.jmeter.sampler.DebugSampler;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jmeter.testelement.TestPlan;
import org.apache.jmeter.threads.SetupThreadGroup;
import org.apache.jmeter.threads.ThreadGroup;
import org.apache.jorphan.collections.HashTree;
import org.apache.jorphan.collections.ListedHashTree;
import org.junit.jupiter.api.Test;

/** Which objectives of a plan speak of something that cannot occur in it. */
final class PlanLabelsTest {
  private final HashTree root = new ListedHashTree();
  private final HashTree plan = root.add(new TestPlan());
  private final HashTree reads = plan.add(named(new ThreadGroup(), "Reads"));

  private static <T extends TestElement> T named(T element, String name) {
    element.setName(name);
    element.setEnabled(true);
    return element;
  }

  private static DebugSampler sampler(String name) {
    return named(new DebugSampler(), name);
  }

  private List<String> missing(String scenario, String label) {
    return PlanLabels.of(root)
        .missing(List.of(new Objective(new Scope(scenario, label), new ErrorRate(), 1)));
  }

  @Test
  void whatOccursIsFound() {
    reads.add(named(new TransactionController(), "checkout")).add(sampler("GET /a"));
    assertThat(missing("Reads", "GET /a")).isEmpty();
    assertThat(missing("Reads", "checkout")).isEmpty();
    assertThat(missing("Reads", "")).isEmpty();
    assertThat(missing("", "GET /a")).isEmpty();
    assertThat(missing("", "")).isEmpty();
  }

  @Test
  void whatCannotOccurIsNamedWithWhatThereIs() {
    reads.add(sampler("GET /a"));
    reads.add(sampler("GET /b"));
    assertThat(missing("Reads", "GET /c"))
        .containsExactly(
            "\"error_rate of GET /c of Reads\": no request is called \"GET /c\"; there are: GET /a,"
                + " GET /b");
    assertThat(missing("Writes", ""))
        .containsExactly(
            "\"error_rate of all requests of Writes\": no thread group is called \"Writes\"; there"
                + " are: Reads");
    Scope tag = new Scope("", new Requests.Tagged("t", Set.of("GET /a", "GET /d")));
    assertThat(PlanLabels.of(root).missing(List.of(new Objective(tag, new ErrorRate(), 1))))
        .containsExactly(
            "\"error_rate of tag t\": no request is called \"GET /d\"; there are: GET /a, GET /b");
  }

  @Test
  void whatIsSwitchedOffOrPreparesDoesNotOccur() {
    DebugSampler off = sampler("GET /off");
    off.setEnabled(false);
    reads.add(off);
    plan.add(named(new SetupThreadGroup(), "Prepare")).add(sampler("GET /prepare"));
    assertThat(missing("", "GET /off")).hasSize(1);
    assertThat(missing("", "GET /prepare")).hasSize(1);
  }

  @Test
  void whatAnyLabelCanComeOfIsNotRefused() {
    reads.add(sampler("GET /a")).add(named(new JSR223PostProcessor(), "rename"));
    assertThat(missing("Reads", "GET /c")).isEmpty();
    HashTree other = plan.add(named(new ThreadGroup(), "Other"));
    other.add(sampler("GET ${path}"));
    assertThat(missing("Other", "GET /c")).isEmpty();
    assertThat(missing("Third", "")).hasSize(1);
    plan.add(named(new ThreadGroup(), "${name}"));
    assertThat(missing("Third", "")).isEmpty();
  }
}
