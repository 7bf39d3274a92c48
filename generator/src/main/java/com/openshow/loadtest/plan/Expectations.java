package com.openshow.loadtest.plan;

import com.openshow.loadtest.scenario.Expectation;
import java.util.ArrayList;
import java.util.List;
import org.apache.jmeter.assertions.JSONPathAssertion;
import org.apache.jmeter.assertions.ResponseAssertion;
import org.apache.jmeter.assertions.SizeAssertion;
import org.apache.jmeter.assertions.gui.AssertionGui;
import org.apache.jmeter.assertions.gui.JSONPathAssertionGui;
import org.apache.jmeter.assertions.gui.SizeAssertionGui;

/** The assertions that hold a response against what is expected of it. */
final class Expectations {
  private Expectations() {}

  static List<Node> nodes(Expectation expectation, String pointer) {
    List<Node> nodes = new ArrayList<>();
    if (!expectation.statuses().isEmpty()) {
      nodes.add(status(expectation.statuses(), "From " + pointer + "/status"));
    }
    for (int i = 0; i < expectation.json().size(); i++) {
      nodes.add(json(expectation.json().get(i), "From " + pointer + "/json/" + i));
    }
    expectation.maxBytes().ifPresent(bytes -> nodes.add(size(bytes, pointer)));
    return nodes;
  }

  private static Node status(List<Integer> statuses, String comment) {
    ResponseAssertion assertion = new ResponseAssertion();
    assertion.setTestFieldResponseCode();
    assertion.setToEqualsType();
    // Else JMeter itself would fail an expected 404.
    assertion.setAssumeSuccess(true);
    assertion.setCustomFailureMessage("");
    if (statuses.size() > 1) {
      assertion.setToOrType();
    }
    statuses.forEach(status -> assertion.addTestString(Integer.toString(status)));
    String list = String.join(" or ", statuses.stream().map(String::valueOf).toList());
    return Node.of(assertion, "Status is " + list, comment, AssertionGui.class);
  }

  private static Node json(Expectation.JsonCheck check, String comment) {
    JSONPathAssertion assertion = new JSONPathAssertion();
    assertion.setJsonPath(check.path());
    assertion.setJsonValidationBool(check.equal().isPresent());
    assertion.setExpectedValue(check.equal().orElse(""));
    assertion.setIsRegex(false);
    assertion.setExpectNull(false);
    assertion.setInvert(false);
    String name = check.equal().map(value -> " is " + value).orElse(" is there");
    return Node.of(assertion, check.path() + name, comment, JSONPathAssertionGui.class);
  }

  private static Node size(int bytes, String pointer) {
    SizeAssertion assertion = new SizeAssertion();
    assertion.setTestFieldResponseBody();
    assertion.setAllowedSize(bytes);
    assertion.setCompOper(SizeAssertion.LESSTHANEQUAL);
    return Node.of(
        assertion,
        "Body has at most " + bytes + " bytes",
        "From " + pointer + "/max_bytes",
        SizeAssertionGui.class);
  }
}
